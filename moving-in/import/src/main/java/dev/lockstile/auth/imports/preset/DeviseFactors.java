package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.decryption.AttrEncryptedDecryption;
import dev.lockstile.auth.imports.internal.decryption.RailsDecryption;
import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.mapping.CellMeaning;
import dev.lockstile.auth.imports.internal.mapping.FactorColumns;
import dev.lockstile.auth.imports.internal.mapping.Reading;
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

/**
 * Second factors of devise-two-factor in the rows of their owners ({@code TwoFactorAuthenticatable}):
 * {@code otp_secret} by ActiveRecord encryption, or {@code encrypted_otp_secret} with an IV and a salt before version
 * 5. Its backup codes are hashed. Without a key the columns tell by their names that a factor is demanded.
 */
record DeviseFactors(RailsDecryption attributes, AttrEncryptedDecryption older, Instant now) implements SystemFactors {

    private static final String DEMANDED = "otp_required_for_login";
    private static final String SECRET = "otp_secret";
    private static final String OLDER = "encrypted_otp_secret";
    private static final String IV = "encrypted_otp_secret_iv";
    private static final String SALT = "encrypted_otp_secret_salt";
    private static final String STEP = "consumed_timestep";
    private static final String CODES = "otp_backup_codes";

    static SystemFactors of(Reading reading) {
        FactorKey key = reading.options().factors().key();
        return key == null
                ? NONE
                : new DeviseFactors(new RailsDecryption(key), new AttrEncryptedDecryption(key), reading.now());
    }

    @Override
    public List<String> columns() {
        return List.of(DEMANDED, SECRET, OLDER, IV, SALT, STEP, CODES);
    }

    @Override
    public Optional<SealedSecrets> sealed(Source source, SourceTable people) {
        return SealedSecrets.columns(people, SECRET, OLDER, IV, SALT)
                .map(table -> new SealedSecrets(
                        table,
                        SECRET,
                        "primary_key and key_derivation_salt, or otp_secret_encryption_key before devise-two-factor 5",
                        DeviseFactors::isSealed,
                        row -> secret(row).isPresent()));
    }

    private static boolean isSealed(SourceRow row) {
        return RailsDecryption.isSealed(row.cell(SECRET))
                || CellMeaning.isNothing(row.cell(SECRET)) && !CellMeaning.isNothing(row.cell(OLDER));
    }

    /** A secret that is not encrypted is taken as it is. */
    private Optional<String> secret(SourceRow person) {
        Object cell = person.cell(SECRET);
        if (CellMeaning.isNothing(cell)) {
            return older.open(person.cell(OLDER), person.cell(IV), person.cell(SALT));
        }
        return RailsDecryption.isSealed(cell) ? attributes.open(cell) : Optional.of(String.valueOf(cell));
    }

    @Override
    public Map<String, List<FactorDraft>> of(Page page) {
        return page.each(person -> of(page, person));
    }

    private List<FactorDraft> of(Page page, SourceRow person) {
        Object sealed = CellMeaning.isNothing(person.cell(SECRET)) ? person.cell(OLDER) : person.cell(SECRET);
        boolean hasSecret = !CellMeaning.isNothing(sealed);
        boolean demanded = CellMeaning.isNothing(person.cell(DEMANDED))
                ? hasSecret && !person.has(DEMANDED)
                : FactorColumns.demands(person.cell(DEMANDED));
        if (!hasSecret) {
            return demanded ? List.of(SystemFactors.other(person.key())) : List.of();
        }
        List<FactorDraft> drafts = new ArrayList<>();
        drafts.add(SystemFactors.draft(
                Entity.TOTP_DEVICES,
                person.key(),
                sealed,
                demanded ? application(page, person) : new ImportedFactor.LeftOut("factor_unconfirmed")));
        if (demanded && FactorColumns.demands(person.cell(CODES))) {
            drafts.add(SystemFactors.draft(
                    Entity.RECOVERY_CODE_SETS,
                    person.key(),
                    null,
                    new ImportedFactor.Unusable("recovery_codes_hashed")));
        }
        return drafts;
    }

    private ImportedFactor application(Page page, SourceRow person) {
        Optional<String> secret = page.opened(this, secret(person));
        String step = String.valueOf(person.cell(STEP)).strip();
        return OldTotp.ofBase32(secret.orElse(null))
                .withLastStep(step.matches("[0-9]{1,12}") ? Long.parseLong(step) : -1)
                .factor(now);
    }
}
