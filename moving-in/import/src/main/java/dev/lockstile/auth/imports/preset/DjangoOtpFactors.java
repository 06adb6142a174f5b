package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.source.SourceRow;
import dev.lockstile.auth.imports.source.SourceTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Second factors of the Django package django-otp, and of django-two-factor-auth, which is built on it: {@code
 * otp_totp_totpdevice}, and {@code otp_static_staticdevice} with its tokens. Devices of other plug-ins cannot be
 * verified here ({@code factor_not_supported}); a device that was not confirmed is left out
 * ({@code factor_unconfirmed}).
 */
final class DjangoOtpFactors implements FactorSource {

    private static final String OWNER = "user_id";
    private static final String DEVICE = "device_id";
    private static final ImportedFactor UNCONFIRMED = new ImportedFactor.LeftOut("factor_unconfirmed");
    private static final ImportedFactor UNSUPPORTED = new ImportedFactor.Unusable("factor_not_supported");
    private static final List<String> TOTP =
            List.of("id", OWNER, "confirmed", "key", "step", "t0", "digits", "drift", "last_t");
    private static final List<String> OTHERS = List.of(
            "otp_hotp_hotpdevice",
            "otp_email_emaildevice",
            "otp_twilio_twiliosmsdevice",
            "otp_yubikey_yubikeydevice",
            "otp_yubikey_remoteyubikeydevice",
            "otp_webauthn_webauthncredential",
            "two_factor_phonedevice",
            "phonenumber_phonedevice",
            "two_factor_webauthndevice");

    private final Instant now;
    private final Optional<OwnedTable> totps;
    private final Optional<OwnedTable> devices;
    private final Optional<OwnedTable> tokens;
    private final List<OwnedTable> others;

    private DjangoOtpFactors(Source source, Instant now) {
        FactorTables tables = FactorTables.in(source);
        this.now = now;
        totps = tables.find("otp_totp_totpdevice", TOTP, OWNER);
        devices = tables.find("otp_static_staticdevice", List.of("id", OWNER, "confirmed"), OWNER);
        tokens = tables.find("otp_static_statictoken", List.of("id", DEVICE, "token"), DEVICE);
        others = OTHERS.stream()
                .flatMap(name -> tables.find(name, List.of("id", OWNER), OWNER).stream())
                .toList();
    }

    static Optional<FactorSource> open(Source source, Instant now) {
        DjangoOtpFactors found = new DjangoOtpFactors(source, now);
        return found.entities().isEmpty() ? Optional.empty() : Optional.of(found);
    }

    @Override
    public List<Entity> entities() {
        List<Entity> all = new ArrayList<>();
        totps.ifPresent(table -> all.add(Entity.TOTP_DEVICES));
        devices.ifPresent(table -> all.add(Entity.RECOVERY_CODE_SETS));
        if (!others.isEmpty()) {
            all.add(Entity.OTHER_FACTORS);
        }
        return all;
    }

    @Override
    public Map<String, List<FactorDraft>> of(Collection<Object> owners) {
        Map<String, List<FactorDraft>> all = new HashMap<>();
        totps.ifPresent(table -> add(table.drafts(owners, this::totp), all));
        devices.ifPresent(table -> add(codes(table.rows(owners)), all));
        others.forEach(owned -> add(owned.drafts(owners, row -> other(owned.table(), row)), all));
        return all;
    }

    private static void add(Map<String, List<FactorDraft>> drafts, Map<String, List<FactorDraft>> all) {
        drafts.forEach((owner, some) ->
                all.computeIfAbsent(owner, any -> new ArrayList<>()).addAll(some));
    }

    private FactorDraft totp(SourceRow row) {
        Origin origin = origin(Entity.TOTP_DEVICES, row, "key");
        if (!FactorTables.isTrue(row, "confirmed")) {
            return new FactorDraft(origin, UNCONFIRMED);
        }
        OldTotp totp = OldTotp.ofHex(String.valueOf(row.cell("key")))
                .withForm(number(row, "digits"), number(row, "step"))
                .withClock(number(row, "t0"), number(row, "drift"))
                .withLastStep(number(row, "last_t"));
        return new FactorDraft(origin, totp.factor(now));
    }

    /** Of these devices, by their owners. */
    private Map<String, List<FactorDraft>> codes(Map<String, List<SourceRow>> rows) {
        Map<String, List<String>> texts = texts(rows.values());
        return OwnedTable.drafts(rows, row -> codes(row, texts.getOrDefault(String.valueOf(row.key()), List.of())));
    }

    private static FactorDraft codes(SourceRow row, List<String> codes) {
        Origin origin = origin(Entity.RECOVERY_CODE_SETS, row, "");
        return FactorTables.isTrue(row, "confirmed")
                ? OldRecoveryCodes.draft(origin, codes)
                : new FactorDraft(origin, UNCONFIRMED);
    }

    private static FactorDraft other(SourceTable table, SourceRow row) {
        Origin origin = new Origin(Entity.OTHER_FACTORS, row.key(), table.name() + ':' + row.key(), stable(row, ""));
        return new FactorDraft(origin, FactorTables.isTrue(row, "confirmed") ? UNSUPPORTED : UNCONFIRMED);
    }

    /** The tokens of each device, by the text of the device's key. */
    private Map<String, List<String>> texts(Collection<List<SourceRow>> rowsOfDevices) {
        List<Object> keys =
                rowsOfDevices.stream().flatMap(List::stream).map(SourceRow::key).toList();
        Map<String, List<String>> texts = new HashMap<>();
        tokens.ifPresent(found -> found.rows(keys)
                .forEach((device, rows) -> texts.put(
                        device,
                        rows.stream()
                                .map(row -> String.valueOf(row.cell("token")))
                                .toList())));
        return texts;
    }

    private static Origin origin(Entity entity, SourceRow row, String secret) {
        return new Origin(entity, row.key(), stable(row, secret));
    }

    /** A digest of what sign-ins leave as it is. Tokens are not in it: they are short enough to be found by trying. */
    private static String stable(SourceRow row, String secret) {
        Map<String, Object> cells = new TreeMap<>();
        for (String column : List.of("id", OWNER, secret)) {
            cells.put(column, String.valueOf(row.cell(column)));
        }
        return new SourceRow(row.key(), cells).fingerprint();
    }

    /** A cell that is no number is none that fits. */
    private static long number(SourceRow row, String column) {
        String text = String.valueOf(row.cell(column)).strip();
        return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : Integer.MAX_VALUE;
    }
}
