{{ config(materialized="table", schema="event_sink", order_by="course_key") }}
-- A dictionary in Aspects; what is asked of it is the same.
select 'course-v1:BDHVS+KNS01+2026' as course_key, 'Kỹ năng số' as course_name
