package dev.lockstile.auth.imports.profile;

import dev.lockstile.auth.imports.report.JsonText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What is in a source, in counts: no value of a person stands in here.
 *
 * @param preset the name of the preset
 * @param source what the source is, without passwords
 * @param tables what was read, field by field
 * @param duplicates by kind of identifier, how many canonical ones several accounts have, and how many accounts these
 *     are
 * @param hashFormats password formats, by id
 * @param phoneRegions regions of the phone numbers that could be read, ISO 3166-1 alpha-2; {@code 001} for none
 * @param socialProviders accounts at other sites that people sign in with, by the name of the site
 * @param findings what a run would warn of, and the reasons for which the mapping keeps rows out
 * @param secondFactors how many people the old system asks for a second factor
 * @param columns by table, the columns by what becomes of them: {@code mapped}, {@code kept}, {@code left_out}
 * @param columnQuestions what an import of these options asks of columns before it writes anything, a sentence each
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
     * @param source what the source is, without passwords
     * @param tables what was read, field by field
     * @param duplicates identifiers that several accounts have, by kind
     * @param hashFormats password formats, by id
     * @param phoneRegions regions of the phone numbers that could be read, ISO 3166-1 alpha-2
     * @param socialProviders accounts at other sites that people sign in with, by the name of the site
     * @param findings what a run would warn of, and why the mapping keeps rows out
     * @param secondFactors how many people the old system asks for a second factor
     * @param columns by table, the columns by what becomes of them
     * @param columnQuestions what an import of these options asks of columns
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
     * Canonical identifiers that several accounts have.
     *
     * @param identifiers how many that several accounts have
     * @param accounts how many accounts have them
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
     * @param types how many cells were what: {@code none}, {@code integer}, {@code decimal}, {@code boolean},
     *     {@code time}, {@code text}, {@code text_digits}, {@code text_email}, {@code list}, {@code object},
     *     {@code uuid}, {@code other}
     * @param nullMarkers texts that stand for nothing, such as {@code N/A}, and how often
     * @param longest of the texts, in characters
     */
    public record Field(Map<String, Long> types, Map<String, Long> nullMarkers, int longest) {

        /**
         * Copies the maps.
         *
         * @param types how many cells were what
         * @param nullMarkers texts that stand for nothing, and how often
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
     * @param rows how many were read
     * @param fields by name; one that many documents lack has fewer cells than there are rows
     */
    public record Table(long rows, Map<String, SourceProfile.Field> fields) {

        /**
         * Copies the map.
         *
         * @param rows how many were read
         * @param fields by name
         */
        public Table {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }
    }
}
