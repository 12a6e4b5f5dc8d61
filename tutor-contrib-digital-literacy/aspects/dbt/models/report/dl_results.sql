{{
    config(
        materialized="materialized_view",
        schema=var("report_database"),
        engine=aspects.get_engine("MergeTree()"),
        order_by="(breakdown, course_key, province, month, key)",
        refreshable={
            "interval": var("refresh"),
            "depends_on": [env_var("ASPECTS_XAPI_DATABASE", "xapi") ~ ".dl_daily_mv"],
        },
    )
}}

{# What is hidden in one sum can leave a single gap in another that shares its cells: so each kind of sum several times.
   tests/nothing_left_over.sql finds what should still be left. #}
{% set cells = namespace(sql="counted") %}
{% for turn in range(var("turns")) %}
    {% for sum, part in sums() %}
        {% set cells.sql = "(" ~ hide_complement(cells.sql, sum, part) ~ ")" %}
    {% endfor %}
{% endfor %}

-- '*' is the whole: all courses, the whole country. In a list its name comes first, for the bracket.
with
    placed as (
        select
            toStartOfMonth(day) as month,
            arrayJoin(['*', daily.course_key]) as in_course,
            arrayJoin(['*', daily.province]) as in_province,
            arrayJoin(
                multiIf(
                    skill != '*',
                    [('skill', skill)],
                    arrayConcat(
                        [
                            ('total', ''),
                            ('group', toString(target_group)),
                            ('help', if(helper = '', 'alone', 'helped'))
                        ],
                        if(in_province in ('*', ''), [], [('commune', toString(commune))])
                    )
                )
            ) as cell,
            learners,
            attempts,
            attempts_with_points,
            shares,
            successes,
            hints
        from {{ ref("dl_daily") }} daily
    ),
    counted as (
        select
            month,
            in_course as course_key,
            in_province as province,
            cell.1 as breakdown,
            cell.2 as key,
            uniqMerge(placed.learners) as learners,
            tuple(
                sum(placed.attempts),
                sum(placed.shares) / nullIf(sum(placed.attempts_with_points), 0),
                -- With the number of attempts it is the number of those all right: not where they, or the rest, are few.
                if(
                    {{ few("sum(placed.successes)") }}
                    or {{ few("sum(placed.attempts_with_points) - sum(placed.successes)") }},
                    null,
                    sum(placed.successes) / nullIf(sum(placed.attempts_with_points), 0)
                ),
                sum(placed.hints)
            ) as numbers,
            uniqMerge(placed.learners) < {{ var("smallest_group") }} as hidden
        from placed
        group by month, course_key, province, breakdown, key
    ),
    names as (
        select 'commune' as breakdown, code as key, name from {{ ref("dl_places") }} where length(code) = 5
        union all
        select 'commune', '', 'Chưa cho biết'
        union all
        select 'group', code, name_vi from {{ ref("dl_target_groups") }}
        union all
        select 'group', '', 'Nội dung chung'
        union all
        select 'skill', code, if(name_vi = '', name_en, name_vi) from {{ ref("dl_skills") }}
        union all
        select 'help', 'alone', 'Tự làm'
        union all
        select 'help', 'helped', 'Có người giúp'
    )
select
    cells.month as month,
    cells.course_key as course_key,
    multiIf(
        cells.course_key = '*', '(Tất cả khóa học)', courses.course_name != '', courses.course_name, cells.course_key
    ) as course_name,
    cells.province as province,
    multiIf(
        cells.province = '*',
        '(Cả nước)',
        cells.province = '',
        'Chưa cho biết',
        provinces.name != '',
        provinces.name,
        cells.province
    ) as province_name,
    cells.breakdown as breakdown,
    cells.key as key,
    if(names.name != '', names.name, cells.key) as name,
    toBool(cells.hidden) as hidden,
    if(cells.hidden, null, cells.learners) as learners,
    if(cells.hidden, null, cells.numbers.1) as attempts,
    if(cells.hidden, null, cells.numbers.2) as share_of_points,
    if(cells.hidden, null, cells.numbers.3) as share_of_successes,
    if(cells.hidden, null, cells.numbers.4) as hints
from {{ cells.sql }} cells
left join names on names.breakdown = cells.breakdown and names.key = cells.key
left join {{ ref("dl_places") }} provinces on provinces.code = cells.province
left join {{ ref("aspects", "dim_course_names") }} courses on courses.course_key = cells.course_key
