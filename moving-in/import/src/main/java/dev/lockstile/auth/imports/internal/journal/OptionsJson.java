package dev.lockstile.auth.imports.internal.journal;

import dev.lockstile.auth.imports.conflict.DuplicatePolicy;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.mapping.FactorKey;
import dev.lockstile.auth.imports.mapping.FactorOptions;
import dev.lockstile.auth.imports.mapping.ImportSample;
import dev.lockstile.auth.imports.mapping.ReadingOptions;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.options.UpdatePolicy;
import dev.lockstile.auth.imports.report.JsonText;
import dev.lockstile.auth.model.IdentifierKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The options of a run in its journal, as JSON. */
public final class OptionsJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private OptionsJson() {}

    public static String write(ImportOptions options) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("batch_size", options.batchSize());
        all.put("workers", options.workers());
        putIfGiven(all, "default_region", options.defaultRegion());
        putIfGiven(all, "system", options.system());
        putIfGiven(
                all,
                "duplicates",
                options.duplicates() == null ? null : options.duplicates().text());
        all.put("updates", options.updates().text());
        all.put("keep_ids", options.keepIds());
        all.put("archive_rows", options.archiveRows());
        all.put("roles", options.reading().roles());
        all.put("only_live", options.reading().onlyLive());
        all.put("trust_emails", options.trusted().contains(IdentifierKind.EMAIL));
        all.put("trust_phones", options.trusted().contains(IdentifierKind.PHONE));
        all.put("factor_loss", options.reading().factors().lossAllowed());
        all.put("factor_key", options.reading().factors().key() != null);
        putIfGiven(all, "passkeys_of", options.reading().factors().relyingParty());
        putIfGiven(all, "realm", options.reading().realm());
        putIfGiven(
                all,
                "sample",
                options.reading().sample().isWhole()
                        ? null
                        : options.reading().sample().text());
        Map<String, String> columns = new TreeMap<>();
        options.reading().columns().forEach((name, meaning) -> columns.put(name, meaning.text()));
        all.put("columns", columns);
        return JsonText.of(all);
    }

    public static ImportOptions read(String text) {
        return read(MAPPER.readTree(text));
    }

    private static ImportOptions read(JsonNode all) {
        JsonNode duplicates = all.get("duplicates");
        return new ImportOptions(
                false,
                all.path("batch_size").intValue(),
                all.path("workers").intValue(),
                textOrNull(all, "default_region"),
                textOrNull(all, "system"),
                duplicates == null ? null : DuplicatePolicy.of(duplicates.stringValue()),
                UpdatePolicy.of(all.path("updates").asString(UpdatePolicy.NONE.text())),
                all.path("keep_ids").asBoolean(false),
                all.path("archive_rows").asBoolean(false),
                new ReadingOptions(
                        roles(all),
                        all.path("only_live").asBoolean(false),
                        trusted(all),
                        new FactorOptions(
                                all.path("factor_loss").asBoolean(false), null, textOrNull(all, "passkeys_of")),
                        textOrNull(all, "realm"),
                        columns(all),
                        ImportSample.WHOLE));
    }

    /**
     * {@return the options of a run that is resumed, with the present factor key, since the journal holds no key}
     *
     * @param text from the journal
     * @param given the present options
     * @throws IllegalArgumentException when the run began with a factor key and there is none now, the other way round,
     *     or when it began with another sample
     */
    public static ImportOptions resumed(String text, ImportOptions given) {
        FactorKey key = given.reading().factors().key();
        JsonNode all = MAPPER.readTree(text);
        boolean hadKey = all.path("factor_key").asBoolean(false);
        if (hadKey != (key != null)) {
            throw new IllegalArgumentException(
                    hadKey
                            ? "the run began with a factor key: give the same one to go on"
                            : "the run began without a factor key and goes on without one");
        }
        ImportSample sample = given.reading().sample();
        if (!sample.text().equals(all.path("sample").asString(""))) {
            throw new IllegalArgumentException(
                    "the run began with another sample of people: give the same --limit, --only and --sample to go on");
        }
        ImportOptions options = read(all).withWorkers(given.workers()).withSample(sample);
        return key == null ? options : options.withFactorKey(key);
    }

    private static Set<IdentifierKind> trusted(JsonNode all) {
        Set<IdentifierKind> kinds = EnumSet.noneOf(IdentifierKind.class);
        if (all.path("trust_emails").asBoolean(false)) {
            kinds.add(IdentifierKind.EMAIL);
        }
        if (all.path("trust_phones").asBoolean(false)) {
            kinds.add(IdentifierKind.PHONE);
        }
        return kinds;
    }

    private static Map<String, ColumnMeaning> columns(JsonNode all) {
        Map<String, ColumnMeaning> columns = new TreeMap<>();
        all.path("columns")
                .properties()
                .forEach(one -> columns.put(
                        one.getKey(), ColumnMeaning.of(one.getValue().stringValue())));
        return columns;
    }

    private static Set<String> roles(JsonNode all) {
        Set<String> roles = new TreeSet<>();
        all.path("roles").forEach(role -> roles.add(role.asString()));
        return roles;
    }

    private static @Nullable String textOrNull(JsonNode all, String name) {
        JsonNode found = all.get(name);
        return found == null ? null : found.stringValue();
    }

    private static void putIfGiven(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
