{#
    The sums in which cells of dl_results stand: the whole beside its parts. For each, the cells of one sum, and the
    sums that a cell stands in. Skills are no parts of a whole, since an attempt can be at two or at none.
#}
{% macro sums() -%}
    {{ return([
        ("month, course_key, province", "if(breakdown = 'total', ['group', 'help', 'commune'], [breakdown])"),
        ("month, course_key, breakdown, key", "['provinces']"),
        ("month, province, breakdown, key", "['courses']"),
    ]) }}
{%- endmacro %}

{#
    Hides more cells of each sum where one that is hidden could be worked out from the others: what is hidden is then
    two cells at least, and as many learners at least as may be shown. The smallest go first, the whole last.
#}
{% macro hide_complement(cells, sum, part) -%}
    select
        month,
        course_key,
        province,
        breakdown,
        key,
        any(learners) as learners,
        any(numbers) as numbers,
        max(gap or (any_gap and (place <= 2 or smaller < {{ var("smallest_group") }}))) as hidden
    from
        (
            select
                * except (hidden),
                hidden as gap,
                first_value(hidden) over in_order as any_gap,
                row_number() over in_order as place,
                sum(learners) over in_order - learners as smaller,
                arrayJoin({{ part }}) as part
            from {{ cells }}
            window
                in_order as (
                    partition by {{ sum }}, part
                    order by hidden desc, learners, breakdown = 'total', province = '*', course_key = '*', province, key
                    rows between unbounded preceding and current row
                )
        ) sums
    group by month, course_key, province, breakdown, key
{%- endmacro %}

{# Whether a number tells of few. #}
{% macro few(number) -%}
    ({{ number }} between 1 and {{ var("smallest_group") - 1 }})
{%- endmacro %}
