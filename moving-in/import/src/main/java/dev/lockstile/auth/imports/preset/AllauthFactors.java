package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.mapping.CellReader;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Second factors of django-allauth: {@code mfa_authenticator}, each a row with a type and JSON. Its recovery codes
 * follow from a seed, or were brought along by it from elsewhere; those that are marked as used stay behind.
 */
record AllauthFactors(OwnedTable table, FactorMapping.AllauthCodes settings, Instant now) implements FactorSource {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OWNER = "user_id";
    private static final String HMAC = "HmacSHA1";

    static Optional<FactorSource> open(Source source, FactorMapping.AllauthCodes settings, Instant now) {
        return FactorTables.in(source)
                .find("mfa_authenticator", List.of("id", OWNER, "type", "data"), OWNER)
                .map(table -> new AllauthFactors(table, settings, now));
    }

    @Override
    public List<Entity> entities() {
        return List.of(Entity.TOTP_DEVICES, Entity.PASSKEYS, Entity.RECOVERY_CODE_SETS, Entity.OTHER_FACTORS);
    }

    @Override
    public Map<String, List<FactorDraft>> of(Collection<Object> owners) {
        return table.drafts(owners, this::draft);
    }

    private FactorDraft draft(SourceRow row) {
        String type = String.valueOf(row.cell("type"));
        return switch (type) {
            case "totp" -> new FactorDraft(origin(Entity.TOTP_DEVICES, row), totp(row));
            case "recovery_codes" -> recoveryCodes(row);
            case "webauthn" -> new FactorDraft(origin(Entity.PASSKEYS, row), passkey(row));
            default ->
                new FactorDraft(origin(Entity.OTHER_FACTORS, row), new ImportedFactor.Unusable("factor_not_supported"));
        };
    }

    private ImportedFactor passkey(SourceRow row) {
        String relyingParty = settings.relyingParty();
        if (relyingParty == null) {
            return new ImportedFactor.Unusable("factor_not_supported");
        }
        try {
            return new AllauthPasskey(data(row), relyingParty).factor(row.cell(OWNER));
        } catch (RuntimeException e) {
            return new ImportedFactor.Unusable("passkey_unreadable"); // cut off, or no such JSON
        }
    }

    /** The last code that was used is known by its time alone; where that is not kept, none of now is taken. */
    private ImportedFactor totp(SourceRow row) {
        CellReader cells = new CellReader(row);
        Instant used = cells.instant("last_used_at");
        Instant created = cells.instant("created_at");
        Instant last = used != null ? used : created != null ? created : now;
        try {
            return OldTotp.ofBase32(decrypted(data(row).path("secret")))
                    .withForm(settings.totpDigits(), settings.totpPeriod())
                    .usedAt(last.isAfter(now) ? now : last)
                    .factor(now);
        } catch (RuntimeException e) {
            return new ImportedFactor.Unusable("totp_secret_unreadable"); // the host's function may throw what it likes
        }
    }

    private FactorDraft recoveryCodes(SourceRow row) {
        Origin origin = origin(Entity.RECOVERY_CODE_SETS, row);
        try {
            return OldRecoveryCodes.draft(origin, codes(data(row)));
        } catch (RuntimeException e) {
            return new FactorDraft(origin, new ImportedFactor.Unusable("recovery_codes_unreadable"));
        }
    }

    private List<String> codes(JsonNode data) {
        JsonNode migrated = data.path("migrated_codes");
        List<String> codes = new ArrayList<>();
        if (migrated.isArray()) {
            migrated.forEach(code -> codes.add(decrypted(code)));
            return codes;
        }
        String seed = decrypted(data.path("seed"));
        BigInteger used = data.path("used_mask").bigIntegerValue();
        for (int i = 0; i < settings.count(); i++) {
            if (!used.testBit(i)) {
                codes.add(code(seed, i));
            }
        }
        return codes;
    }

    /** The code of that number: the digest of all numbers up to it, the first bytes of it, so many digits. */
    private String code(String seed, int number) {
        StringBuilder message = new StringBuilder();
        for (int i = 0; i <= number; i++) {
            message.append(" ".repeat(3 - String.valueOf(i).length())).append(i).append(',');
        }
        byte[] digest = hmac(seed, message.toString());
        int bytes = Math.min(settings.digits() / 2, digest.length);
        BigInteger value = new BigInteger(1, Arrays.copyOf(digest, bytes)).mod(BigInteger.TEN.pow(settings.digits()));
        String text = value.toString();
        return "0".repeat(settings.digits() - text.length()) + text;
    }

    private static byte[] hmac(String key, String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), HMAC));
            return mac.doFinal(message.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    private String decrypted(JsonNode stored) {
        if (!stored.isString()) {
            throw new IllegalArgumentException("there is no text");
        }
        return settings.decrypting().apply(stored.stringValue());
    }

    private static JsonNode data(SourceRow row) {
        Object cell = row.cell("data");
        try {
            return cell instanceof String text ? JSON.readTree(text) : JSON.valueToTree(cell);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON"); // without the cause, which may quote a secret
        }
    }

    private static Origin origin(Entity entity, SourceRow row) {
        Map<String, Object> cells = new TreeMap<>();
        for (String column : List.of("id", OWNER, "type", "created_at")) {
            cells.put(column, String.valueOf(row.cell(column)));
        }
        return new Origin(entity, row.key(), new SourceRow(row.key(), cells).fingerprint());
    }
}
