{{
    config(
        materialized="materialized_view",
        schema=env_var("ASPECTS_XAPI_DATABASE", "xapi"),
        engine=aspects.get_engine("AggregatingMergeTree()"),
        order_by="(day, org, course_key, province, commune, target_group, skill, helper)",
        partition_by="(toYYYYMM(day))",
        refreshable={"interval": var("refresh")},
    )
}}

-- A statement can arrive twice, and a later one of the same attempt can change its points. Sums kept by an ordinary
-- materialised view would count both, so this one is made anew from what is known of each attempt in the end.
with
    attempts as (
        select
            org,
            course_key,
            object_id,
            actor_id,
            attempt,
            toDate(min(told.emission_time), '{{ var("time_zone") }}') as day,
            {% for name in [
                "scaled_score",
                "has_points",
                "success",
                "hints",
                "target_group",
                "helper",
                "province",
                "commune",
                "skills",
            ] %}
            argMax(told.{{ name }}, tuple(told.emission_time, told.event_id)) as {{ name }}
            {{- "," if not loop.last }}
            {% endfor %}
        from {{ ref("dl_attempts") }} told
        group by org, course_key, object_id, actor_id, attempt
    ),
    with_hints as (
        -- A statement tells the hints so far: those before this attempt and after the one before it.
        select
            *,
            hints - least(hints, lagInFrame(hints, 1, 0) over per_block) as new_hints
        from attempts
        window
            per_block as (
                partition by org, course_key, object_id, actor_id
                order by attempt
                rows between unbounded preceding and unbounded following
            )
    )
select
    day,
    org,
    course_key,
    province,
    commune,
    target_group,
    -- '*' holds every attempt once; an attempt at two skills also stands under each of them.
    arrayJoin(arrayConcat(['*'], skills)) as skill,
    helper,
    uniqState(actor_id) as learners,
    sumSimpleState(toUInt64(1)) as attempts,
    sumSimpleState(toUInt64(has_points)) as attempts_with_points,
    sumSimpleState(if(has_points, scaled_score, 0.)) as shares,
    sumSimpleState(toUInt64(success)) as successes,
    sumSimpleState(toUInt64(new_hints)) as hints
from with_hints
group by day, org, course_key, province, commune, target_group, skill, helper
