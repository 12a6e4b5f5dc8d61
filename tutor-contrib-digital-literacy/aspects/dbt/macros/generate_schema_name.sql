{# dbt asks the project that runs, not its packages, where a model goes: the name given, with nothing before it. #}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ (custom_schema_name or target.schema) | trim }}
{%- endmacro %}
