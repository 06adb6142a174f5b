package dev.lockstile.auth.imports.profile;

import dev.lockstile.auth.imports.report.JsonText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The content of a source in counts, without personal data.
 *
 * @param preset the name of the preset
 * @param source a description of the source, without passwords
 * @param tables the rows that were read, field by field
 * @param duplicates by kind of identifier, how many identifiers in canonical form several accounts have, and how many
 *     accounts these are
 * @param hashFormats number of accounts with each password format, by the id of the format
 * @param phoneRegions number of phone numbers in each region, ISO 3166-1 alpha-2; {@code 001} for no region
 * @param socialProviders number of accounts at other sites with which users sign in, by the name of the site
 * @param findings numbers of warnings of a run, and of rows that the mapping rejects, by reason
 * @param secondFactors number of users whom the source system asks for a second factor
 * @param columns by table, the columns by their use: {@code mapped}, {@code kept}, {@code left_out}
 * @param columnQuestions the questions about columns that have to be answered before an import, a sentence each
 */
public record SourceProfile(
        String preset,
        String source,
        Map<String, Table> tables,
        Map<String, Shared> duplicates,
        Map<String, Long> hashFormats,
        Map<String, Long> phoneRegions,
        Map<String, Long> socialProviders,
        Map<String, Long> findings,
        long secondFactors,
        Map<String, Map<String, List<String>>> columns,
        List<String> columnQuestions) {

    /**
     * Copies the maps.
     *
     * @param preset the name of the preset
     * @param source a description of the source, without passwords
     * @param tables the rows that were read, field by field
     * @param duplicates identifiers that several accounts have, by kind
     * @param hashFormats number of accounts with each password format
     * @param phoneRegions number of phone numbers in each region, ISO 3166-1 alpha-2
     * @param socialProviders number of accounts at other sites, by the name of the site
     * @param findings numbers of warnings and of rejected rows, by reason
     * @param secondFactors number of users whom the source system asks for a second factor
     * @param columns by table, the columns by their use
     * @param columnQuestions the questions about columns that have to be answered before an import
     */
    public SourceProfile {
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        duplicates = Collections.unmodifiableMap(new TreeMap<>(duplicates));
        hashFormats = Collections.unmodifiableMap(new TreeMap<>(hashFormats));
        phoneRegions = Collections.unmodifiableMap(new TreeMap<>(phoneRegions));
        socialProviders = Collections.unmodifiableMap(new TreeMap<>(socialProviders));
        findings = Collections.unmodifiableMap(new TreeMap<>(findings));
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        columnQuestions = List.copyOf(columnQuestions);
    }

    /**
     * Identifiers in canonical form that several accounts have.
     *
     * @param identifiers their number
     * @param accounts the number of accounts that have them
     */
    public record Shared(long identifiers, long accounts) {}

    /** {@return the profile as a JSON object} */
    public String toJson() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("preset", preset);
        all.put("source", source);
        all.put("tables", named(tables, SourceProfile::table));
        all.put(
                "duplicates",
                named(
                        duplicates,
                        shared -> Map.of("identifiers", shared.identifiers(), "accounts", shared.accounts())));
        all.put("hash_formats", hashFormats);
        all.put("phone_regions", phoneRegions);
        all.put("social_providers", socialProviders);
        all.put("findings", findings);
        all.put("second_factors", secondFactors);
        all.put("columns", columns);
        all.put("column_questions", columnQuestions);
        return JsonText.of(all);
    }

    private static Map<String, Object> table(Table table) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("rows", table.rows());
        one.put("fields", named(table.fields(), SourceProfile::field));
        return one;
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("types", field.types());
        one.put("null_markers", field.nullMarkers());
        one.put("longest", field.longest());
        return one;
    }

    private static <T> Map<String, Object> named(Map<String, T> all, Function<T, Object> writing) {
        Map<String, Object> written = new LinkedHashMap<>();
        all.forEach((name, one) -> written.put(name, writing.apply(one)));
        return written;
    }

    /**
     * A column, or a member of documents, in counts.
     *
     * @param types the number of cells of each type: {@code none}, {@code integer}, {@code decimal}, {@code boolean},
     *     {@code time}, {@code text}, {@code text_digits}, {@code text_email}, {@code list}, {@code object},
     *     {@code uuid}, {@code other}
     * @param nullMarkers texts that stand for no value, such as {@code N/A}, with their numbers
     * @param longest length of the longest text, in characters
     */
    public record Field(Map<String, Long> types, Map<String, Long> nullMarkers, int longest) {

        /**
         * Copies the maps.
         *
         * @param types the number of cells of each type
         * @param nullMarkers texts that stand for no value, with their numbers
         * @param longest length of the longest text, in characters
         */
        public Field {
            types = Collections.unmodifiableMap(new TreeMap<>(types));
            nullMarkers = Collections.unmodifiableMap(new TreeMap<>(nullMarkers));
        }
    }

    /**
     * A table, collection or file in counts.
     *
     * @param rows number of rows that were read
     * @param fields by name; one that many documents lack has fewer cells than there are rows
     */
    public record Table(long rows, Map<String, SourceProfile.Field> fields) {

        /**
         * Copies the map.
         *
         * @param rows number of rows that were read
         * @param fields by name
         */
        public Table {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }
    }
}
