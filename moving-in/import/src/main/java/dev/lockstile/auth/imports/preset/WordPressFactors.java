package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.mapping.FactorColumns;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.SourceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Second factors of the WordPress plugin Two Factor, in rows of {@code wp_usermeta}: {@code
 * _two_factor_enabled_providers} asks for them, {@code _two_factor_totp_key} has the application's secret. Backup codes
 * are hashed there, and codes by e-mail cannot be verified here.
 */
final class WordPressFactors implements SystemFactors {

    private static final String TOTP = "\"Two_Factor_Totp\"";
    private static final String CODES = "\"Two_Factor_Backup_Codes\"";

    @Override
    public Map<String, List<FactorDraft>> of(Page page) {
        String meta = page.table().name().replaceFirst("(?i)users$", "usermeta");
        Map<String, List<FactorDraft>> all = new HashMap<>();
        page.owned(List.of(meta), "user_id").forEach((owner, rows) -> all.put(owner, of(owner, rows)));
        return all;
    }

    private static List<FactorDraft> of(String owner, List<SourceRow> rows) {
        String providers = value(rows, "_two_factor_enabled_providers").orElse("");
        if (!FactorColumns.demands(providers)) {
            return List.of();
        }
        List<FactorDraft> drafts = new ArrayList<>();
        Optional<String> key = value(rows, "_two_factor_totp_key").filter(text -> providers.contains(TOTP));
        key.ifPresent(text -> drafts.add(SystemFactors.draft(
                Entity.TOTP_DEVICES, owner, text, OldTotp.ofBase32(text).factor(Instant.EPOCH))));
        if (providers.contains(CODES)) {
            drafts.add(SystemFactors.draft(
                    Entity.RECOVERY_CODE_SETS, owner, null, new ImportedFactor.Unusable("recovery_codes_hashed")));
        }
        if (drafts.isEmpty()) {
            drafts.add(SystemFactors.other(owner));
        }
        return drafts;
    }

    private static Optional<String> value(List<SourceRow> rows, String name) {
        return rows.stream()
                .filter(row -> name.equals(row.cell("meta_key")))
                .map(row -> String.valueOf(row.cell("meta_value")).strip())
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .findFirst();
    }
}
