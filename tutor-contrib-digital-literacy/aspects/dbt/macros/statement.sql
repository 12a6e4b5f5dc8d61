{# An extension of a statement by its short name, read as `type`; of another type or absent, the type's empty value. #}
{% macro extension(place, name, type="String") -%}
    JSONExtract(event, '{{ place }}', 'extensions', 'urn:x-digital-literacy:xapi:{{ name }}', '{{ type }}')
{%- endmacro %}

{# A code, or nothing: what is no code must not reach a page. #}
{% macro code(value, pattern="[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}") -%}
    if(match({{ value }}, '^{{ pattern }}$') and not endsWith({{ value }}, '\n'), {{ value }}, '')
{%- endmacro %}
