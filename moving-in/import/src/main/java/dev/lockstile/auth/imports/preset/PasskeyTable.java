package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.mapping.CellMeaning;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of passkeys that sign in beside the password, one in a row.
 *
 * @param tables how it may be called
 * @param owners how the column of the owner's key may be called
 * @param relyingParty under which passkeys come along; null to leave them
 * @param mapping what a row says
 */
record PasskeyTable(
        List<String> tables,
        List<String> owners,
        @Nullable String relyingParty,
        Function<SourceRow, ImportedFactor> mapping)
        implements SystemFactors {

    private static final List<String> OWNERS = List.of("userid", "user_id");

    /** Better Auth's plug-in "Passkey": {@code passkey}. */
    static PasskeyTable betterAuth(Reading reading) {
        return of(
                reading,
                List.of("passkey", "passkeys"),
                OWNERS,
                row -> ofCells(row, "publickey", "devicetype", "name"));
    }

    /** Auth.js's {@code Authenticator}, as its adapters have it. */
    static PasskeyTable authJs(Reading reading) {
        List<String> names = List.of("authenticator", "authenticators");
        return of(reading, names, OWNERS, row -> ofCells(row, "credentialpublickey", "credentialdevicetype", "label"));
    }

    /** {@code passkeys} of spatie/laravel-passkeys, and of packages that keep the same JSON of a credential source. */
    static PasskeyTable laravel(Reading reading) {
        List<String> owners = List.of("authenticatable_id", "user_id");
        return of(reading, List.of("passkeys"), owners, PasskeyTable::ofCredentialSource);
    }

    private static PasskeyTable of(
            Reading reading, List<String> tables, List<String> owners, Function<SourceRow, ImportedFactor> mapping) {
        return new PasskeyTable(tables, owners, reading.options().factors().relyingParty(), mapping);
    }

    @Override
    public Map<String, List<FactorDraft>> of(Page page) {
        return OwnedTable.drafts(page.owned(tables, owners.toArray(String[]::new)), this::draft);
    }

    private FactorDraft draft(SourceRow row) {
        Object id = Stream.of("id", "credentialid", "credential_id")
                .filter(column -> !CellMeaning.isNothing(row.cell(column)))
                .findFirst()
                .map(row::cell)
                .orElse(row.key());
        ImportedFactor factor =
                relyingParty == null ? new ImportedFactor.LeftOut("passkey_left_behind") : mapping.apply(row);
        return SystemFactors.draft(Entity.PASSKEYS, String.valueOf(id), null, factor);
    }

    private static ImportedFactor ofCells(SourceRow row, String key, String device, String label) {
        return new SystemPasskey(
                        text(row, "credentialid"),
                        text(row, key),
                        count(text(row, "counter")),
                        text(row, device).equalsIgnoreCase("multiDevice"),
                        CellMeaning.truth(cell(row, "backedup")
                                        .orElse(cell(row, "credentialbackedup").orElse(null)))
                                .orElse(false),
                        SystemPasskey.transports(row.cell("transports")),
                        row.cell(label))
                .beside();
    }

    private static ImportedFactor ofCredentialSource(SourceRow row) {
        return SystemPasskey.ofJson(
                text(row, row.has("data") ? "data" : "credential"),
                false,
                data -> new SystemPasskey(
                                data.path("publicKeyCredentialId").asString(""),
                                data.path("credentialPublicKey").asString(""),
                                data.path("counter").asLong(-1),
                                data.path("backupEligible").asBoolean(false),
                                data.path("backupStatus").asBoolean(false),
                                SystemPasskey.transports(data.path("transports")),
                                row.cell("name"))
                        .beside());
    }

    /** A cell by the name of its column, with words joined by an underscore or not at all. */
    private static Optional<Object> cell(SourceRow row, String name) {
        return row.columns().stream()
                .filter(column -> column.replace("_", "").equals(name))
                .findFirst()
                .map(row::cell);
    }

    private static String text(SourceRow row, String name) {
        return cell(row, name).map(Object::toString).orElse("");
    }

    private static long count(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
