{{
    config(
        materialized="materialized_view",
        schema=var("report_database"),
        engine=aspects.get_engine("MergeTree()"),
        order_by="(course_key, month, block, item)",
        refreshable={"interval": var("refresh")},
    )
}}

with
    counted as (
        select
            toStartOfMonth(toDate(emission_time, '{{ var("time_zone") }}')) as month,
            course_key,
            splitByString('/xblock/', object_id)[-1] as block,
            item,
            uniq(actor_id) as learners,
            uniqExact(actor_id, number) as hints
        from {{ ref("dl_hints") }}
        group by month, course_key, block, item
    )
select
    counted.month as month,
    counted.course_key as course_key,
    if(courses.course_name != '', courses.course_name, counted.course_key) as course_name,
    -- A hint's statement tells no place: a reader of one province is shown none of this.
    '*' as province,
    counted.block as block,
    counted.item as item,
    toBool(counted.learners < {{ var("smallest_group") }}) as hidden,
    if(hidden, null, counted.learners) as learners,
    if(hidden, null, counted.hints) as hints
from counted
left join {{ ref("aspects", "dim_course_names") }} courses on courses.course_key = counted.course_key
