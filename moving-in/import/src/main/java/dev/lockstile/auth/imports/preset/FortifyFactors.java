package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.decryption.LaravelDecryption;
import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.mapping.CellMeaning;
import dev.lockstile.auth.imports.internal.mapping.FactorColumns;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.mapping.FactorKey;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Second factors of Laravel Fortify in the rows of their owners ({@code TwoFactorAuthenticatable}):
 * {@code two_factor_secret} and {@code two_factor_recovery_codes}, a JSON array, both by {@code encrypt()};
 * {@code two_factor_confirmed_at} where it asks for a first code. Without a key the columns tell by their names that a
 * factor is demanded.
 */
record FortifyFactors(LaravelDecryption decryption, boolean confirms) implements SystemFactors {

    private static final String SECRET = "two_factor_secret";
    private static final String CODES = "two_factor_recovery_codes";
    private static final String CONFIRMED = "two_factor_confirmed_at";

    static SystemFactors of(Reading reading) {
        FactorKey key = reading.options().factors().key();
        return key == null ? NONE : new FortifyFactors(new LaravelDecryption(key), confirms(reading));
    }

    /** Unless the mover says that the column says nothing: see {@link Confirmations}. */
    private static boolean confirms(Reading reading) {
        return reading.options().columns().entrySet().stream()
                .noneMatch(named -> named.getValue() == ColumnMeaning.IGNORE
                        && (named.getKey().equals(CONFIRMED) || named.getKey().endsWith("." + CONFIRMED)));
    }

    @Override
    public List<String> columns() {
        return List.of(SECRET, CODES, CONFIRMED);
    }

    @Override
    public Optional<SealedSecrets> sealed(Source source, SourceTable people) {
        return SealedSecrets.columns(people, SECRET)
                .map(table -> new SealedSecrets(
                        table,
                        SECRET,
                        "APP_KEY",
                        row -> !CellMeaning.isNothing(row.cell(SECRET)),
                        row -> decryption.open(row.cell(SECRET)).isPresent()));
    }

    @Override
    public Map<String, List<FactorDraft>> of(Page page) {
        return page.each(person -> of(page, person));
    }

    private List<FactorDraft> of(Page page, SourceRow person) {
        boolean hasSecret = !CellMeaning.isNothing(person.cell(SECRET));
        boolean confirmed = FactorColumns.demands(person.cell(CONFIRMED));
        if (!hasSecret) {
            return confirmed ? List.of(SystemFactors.other(person.key())) : List.of();
        }
        boolean demanded = confirmed || !confirms || !person.has(CONFIRMED);
        List<FactorDraft> drafts = new ArrayList<>();
        drafts.add(SystemFactors.draft(
                Entity.TOTP_DEVICES,
                person.key(),
                person.cell(SECRET),
                demanded
                        ? OldTotp.ofBase32(opened(page, person)).factor(Instant.EPOCH)
                        : new ImportedFactor.LeftOut("factor_unconfirmed")));
        if (demanded && !CellMeaning.isNothing(person.cell(CODES))) {
            drafts.add(OldRecoveryCodes.ofJson(
                    SystemFactors.origin(Entity.RECOVERY_CODE_SETS, person.key(), null),
                    decryption.open(person.cell(CODES))));
        }
        return drafts;
    }

    private @Nullable String opened(Page page, SourceRow person) {
        return page.opened(this, decryption.open(person.cell(SECRET))).orElse(null);
    }
}
