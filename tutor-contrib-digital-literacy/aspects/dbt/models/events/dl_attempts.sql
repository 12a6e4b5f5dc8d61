{{
    config(
        materialized="materialized_view",
        schema=env_var("ASPECTS_XAPI_DATABASE", "xapi"),
        engine=aspects.get_engine("ReplacingMergeTree()"),
        order_by="(org, course_key, actor_id, object_id, attempt, emission_time, event_id)",
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
    {{ extension("result", "attempt", "UInt32") }} as attempt,
    JSONExtractFloat(event, 'result', 'score', 'scaled') as scaled_score,
    JSONExtractFloat(event, 'result', 'score', 'max') > 0 as has_points,
    JSONExtractBool(event, 'result', 'success') as success,
    {{ extension("context", "hints", "UInt32") }} as hints,
    toLowCardinality({{ code(extension("context", "target_group")) }}) as target_group,
    toLowCardinality({{ code(extension("context", "helper")) }}) as helper,
    toLowCardinality({{ code(extension("context", "province"), "[0-9]{2}") }}) as province,
    toLowCardinality({{ code(extension("context", "commune"), "[0-9]{5}") }}) as commune,
    arrayDistinct(
        arrayFilter(
            each -> each != '',
            arrayMap(each -> {{ code("each") }}, {{ extension("context", "skills", "Array(String)") }})
        )
    ) as skills
from {{ ref("aspects", "xapi_events_all_parsed") }}
where
    verb_id = 'https://w3id.org/xapi/acrossx/verbs/evaluated'
    and actor_id != ''
    -- Other components say "evaluated" too; a count of attempts under our key is ours alone.
    and {{ extension("result", "attempt", "UInt32") }} > 0
