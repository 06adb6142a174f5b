package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.decryption.BetterAuthDecryption;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Second factors of Better Auth's plug-in "Two-Factor": {@code user.twoFactorEnabled} asks for one, the table
 * {@code twoFactor} has {@code secret} and {@code backupCodes}, both encrypted. The bytes of the opened text itself are
 * the key of the application. Without a key the mark of the person tells that a factor is demanded.
 */
record BetterAuthFactors(BetterAuthDecryption decryption) implements SystemFactors {

    private static final List<String> TABLES = List.of("twofactor", "two_factor", "twofactors", "two_factors");
    private static final List<String> DEMANDED = List.of("twofactorenabled", "two_factor_enabled");
    private static final String SECRET = "secret";

    static SystemFactors of(Reading reading) {
        FactorKey key = reading.options().factors().key();
        return key == null ? NONE : new BetterAuthFactors(new BetterAuthDecryption(key));
    }

    @Override
    public List<String> columns() {
        return DEMANDED;
    }

    @Override
    public Optional<SealedSecrets> sealed(Source source, SourceTable people) {
        FactorTables tables = FactorTables.in(source);
        return TABLES.stream()
                .flatMap(name -> tables.find(name).stream())
                .findFirst()
                .map(table -> new SealedSecrets(
                        table,
                        SECRET,
                        "BETTER_AUTH_SECRET",
                        row -> !CellMeaning.isNothing(row.cell(SECRET)),
                        row -> decryption.open(row.cell(SECRET)).isPresent()));
    }

    @Override
    public Map<String, List<FactorDraft>> of(Page page) {
        Map<String, List<SourceRow>> rows = page.owned(TABLES, "userid", "user_id");
        return page.each(
                person -> of(page, person, rows.getOrDefault(person.key().toString(), List.of())));
    }

    private List<FactorDraft> of(Page page, SourceRow person, List<SourceRow> rows) {
        boolean demanded = DEMANDED.stream().anyMatch(mark -> FactorColumns.demands(person.cell(mark)));
        List<FactorDraft> drafts = new ArrayList<>();
        for (SourceRow row : rows) {
            boolean verified = !row.has("verified") || FactorTables.isTrue(row, "verified");
            drafts.add(SystemFactors.draft(
                    Entity.TOTP_DEVICES,
                    row.key(),
                    row.cell(SECRET),
                    demanded && verified ? application(page, row) : new ImportedFactor.LeftOut("factor_unconfirmed")));
            Object codes = row.cell(row.has("backupcodes") ? "backupcodes" : "backup_codes");
            if (demanded && !CellMeaning.isNothing(codes)) {
                drafts.add(codes(row, codes));
            }
        }
        if (demanded && drafts.stream().noneMatch(FactorDraft::isDemanded)) {
            drafts.add(SystemFactors.other(person.key()));
        }
        return drafts;
    }

    private ImportedFactor application(Page page, SourceRow row) {
        Optional<String> secret = page.opened(this, decryption.open(row.cell(SECRET)));
        return OldTotp.ofHex(secret.map(text -> HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)))
                        .orElse(null))
                .factor(Instant.EPOCH);
    }

    private FactorDraft codes(SourceRow row, @Nullable Object cell) {
        return OldRecoveryCodes.ofJson(
                SystemFactors.origin(Entity.RECOVERY_CODE_SETS, row.key(), null), decryption.open(cell));
    }
}
