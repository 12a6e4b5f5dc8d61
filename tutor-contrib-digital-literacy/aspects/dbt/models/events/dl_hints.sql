{{
    config(
        materialized="materialized_view",
        schema=env_var("ASPECTS_XAPI_DATABASE", "xapi"),
        engine=aspects.get_engine("ReplacingMergeTree()"),
        order_by="(org, course_key, actor_id, object_id, item, number, emission_time, event_id)",
        primary_key="(org, course_key, actor_id)",
        partition_by="(toYYYYMM(emission_time))",
        ttl=env_var("ASPECTS_DATA_TTL_EXPRESSION", ""),
    )
}}

select
    event_id,
    cast(emission_time as DateTime) as emission_time,
    actor_id,
    object_id,
    course_key,
    org,
    {{ code(extension("context", "item")) }} as item,
    {{ extension("context", "number", "UInt32") }} as number,
    toLowCardinality({{ code(extension("context", "target_group")) }}) as target_group
from {{ ref("aspects", "xapi_events_all_parsed") }}
where
    verb_id = 'http://adlnet.gov/expapi/verbs/asked'
    and actor_id != ''
    -- Aspects' own problems have hints too; a number under our key is ours alone.
    and {{ extension("context", "number", "UInt32") }} > 0
