package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Maps tables of an old system to second factors. Stateless; give it to {@link Preset#withFactors}. A table that the
 * source does not have counts as empty.
 */
public final class FactorMapping {

    private static final ImportedFactor UNCONFIRMED = new ImportedFactor.LeftOut("factor_unconfirmed");
    private static final ImportedFactor UNSUPPORTED = new ImportedFactor.Unusable("factor_not_supported");

    private final Opening opening;

    private FactorMapping(Opening opening) {
        this.opening = opening;
    }

    /** Finds the tables in a source. */
    @FunctionalInterface
    private interface Opening {

        /** Empty where the source has none; else the factors, read while the source is open. */
        Optional<FactorSource> open(Source source, Instant now);
    }

    /**
     * {@return a mapping of a table of authenticator applications}
     *
     * @param table its name; its key is the column {@code id}
     * @param owner the column that holds the user's key
     * @param mapping returns the application of a row, or null for one that was never confirmed; called once per
     *     row and pass, so it must be deterministic. The ledger stores the row's {@link SourceRow#fingerprint}
     */
    public static FactorMapping totp(String table, String owner, Function<SourceRow, @Nullable OldTotp> mapping) {
        return table(Entity.TOTP_DEVICES, table, owner, (row, now) -> {
            OldTotp totp = mapping.apply(row);
            return totp == null ? UNCONFIRMED : totp.factor(now);
        });
    }

    /**
     * {@return a mapping of a table of passkeys}
     *
     * @param table its name; its key is the column {@code id}
     * @param owner the column that holds the user's key
     * @param mapping returns the passkey of a row; called as for {@link #totp}
     */
    public static FactorMapping passkeys(String table, String owner, Function<SourceRow, OldPasskey> mapping) {
        return table(
                Entity.PASSKEYS, table, owner, (row, now) -> mapping.apply(row).factor());
    }

    /**
     * {@return a mapping of a table with a set of recovery codes in each row}
     *
     * @param table its name; its key is the column {@code id}
     * @param owner the column that holds the user's key
     * @param mapping returns the unused codes of a row in plain text; called as for {@link #totp}. The ledger
     *     stores no digest of the row, since short codes could be found from it by brute force
     */
    public static FactorMapping recoveryCodes(
            String table, String owner, Function<SourceRow, ? extends Collection<String>> mapping) {
        return new FactorMapping((source, now) -> found(source, table, owner)
                .map(rows -> new TableFactors(
                        rows,
                        Entity.RECOVERY_CODE_SETS,
                        row -> OldRecoveryCodes.draft(keyOf(row, owner), mapping.apply(row)))));
    }

    /**
     * {@return a mapping of a table of factors that the library cannot verify, such as codes by text message} An
     * account with no other factor is locked, see {@code ImportOptions.allowFactorLoss()}.
     *
     * @param table its name; its key is the column {@code id}
     * @param owner the column that holds the user's key
     */
    public static FactorMapping unsupported(String table, String owner) {
        return table(Entity.OTHER_FACTORS, table, owner, (row, now) -> UNSUPPORTED);
    }

    /** {@return a mapping of the tables of django-otp} */
    public static FactorMapping djangoOtp() {
        return new FactorMapping(DjangoOtpFactors::open);
    }

    /**
     * {@return a mapping of the tables of django-allauth, with unencrypted secrets as its default adapter stores them}
     */
    public static FactorMapping allauth() {
        return allauth(AllauthCodes.STANDARD);
    }

    /**
     * {@return a mapping of the tables of django-allauth for a project that changed the number or length of recovery
     * codes, or encrypts secrets}
     *
     * @param settings the project's settings
     */
    public static FactorMapping allauth(AllauthCodes settings) {
        return new FactorMapping((source, now) -> AllauthFactors.open(source, settings, now));
    }

    /**
     * Finds the tables in a source, which stays the caller's to close; empty where it has none.
     *
     * @param now the moment at which the source is read
     */
    Optional<FactorSource> open(Source source, Instant now) {
        return opening.open(source, now);
    }

    private static FactorMapping table(
            Entity entity, String table, String owner, BiFunction<SourceRow, Instant, ImportedFactor> mapping) {
        return new FactorMapping((source, now) -> found(source, table, owner)
                .map(rows -> new TableFactors(
                        rows, entity, row -> new FactorDraft(origin(entity, row, row), mapping.apply(row, now)))));
    }

    private static Optional<OwnedTable> found(Source source, String table, String owner) {
        return FactorTables.in(source).find(table).map(there -> new OwnedTable(source, there, owner));
    }

    /** A row of which nothing but its key and its owner is digested. */
    private static Origin keyOf(SourceRow row, String owner) {
        String column = owner.toLowerCase(Locale.ROOT);
        SourceRow bare = new SourceRow(row.key(), Map.of(column, String.valueOf(row.cell(column))));
        return origin(Entity.RECOVERY_CODE_SETS, row, bare);
    }

    private static Origin origin(Entity entity, SourceRow row, SourceRow digested) {
        return new Origin(entity, row.key(), digested.fingerprint());
    }
    /**
     * How a project on django-allauth stored second factors.
     *
     * @param decrypting the {@code decrypt} function of its MFA adapter; may throw for a text that it cannot read,
     *     which locks the account
     * @param count its {@code MFA_RECOVERY_CODE_COUNT}
     * @param digits its {@code MFA_RECOVERY_CODE_DIGITS}
     * @param totpDigits its {@code MFA_TOTP_DIGITS}
     * @param totpPeriod its {@code MFA_TOTP_PERIOD}, in seconds
     * @param relyingParty the relying party id of its passkeys, if the host has the same; null to leave passkeys
     *     out
     */
    public record AllauthCodes(
            UnaryOperator<String> decrypting,
            int count,
            int digits,
            int totpDigits,
            int totpPeriod,
            @Nullable String relyingParty) {

        /** The default adapter, which does not encrypt, and the default settings. */
        public static final AllauthCodes STANDARD = new AllauthCodes(text -> text, 10, 8, 6, 30, null);

        /**
         * {@return a copy with secrets that the project encrypted}
         *
         * @param decrypt the {@code decrypt} function of the MFA adapter
         */
        public AllauthCodes decryptedBy(UnaryOperator<String> decrypt) {
            return new AllauthCodes(decrypt, count, digits, totpDigits, totpPeriod, relyingParty);
        }

        /**
         * {@return a copy with the passkeys of that relying party id, which has to be the host's}
         *
         * @param rpId the relying party id of the passkeys
         */
        public AllauthCodes withPasskeysOf(String rpId) {
            return new AllauthCodes(decrypting, count, digits, totpDigits, totpPeriod, rpId);
        }
    }
}
