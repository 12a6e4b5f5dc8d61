{{
    config(
        materialized="materialized_view",
        schema=env_var("ASPECTS_XAPI_DATABASE", "xapi"),
        engine=get_engine("ReplacingMergeTree()"),
        order_by="(org, course_id, verb_id, actor_id, emission_time, event_id)",
    )
}}
-- The columns and types of Aspects' table.
select
    event_id,
    toLowCardinality(JSONExtractString(event, 'verb', 'id')) as verb_id,
    JSONExtractString(event, 'actor', 'account', 'name') as actor_id,
    JSONExtractString(event, 'object', 'id') as object_id,
    toLowCardinality(JSON_VALUE(event, '$.context.contextActivities.parent[0].id')) as course_id,
    toLowCardinality(splitByString('/', course_id)[-1]) as course_key,
    toLowCardinality(extract(course_id, 'course-v1:([^+]*)')) as org,
    emission_time,
    event
from {{ source("xapi", "xapi_events_all") }}
