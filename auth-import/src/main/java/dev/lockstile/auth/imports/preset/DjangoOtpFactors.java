package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.draft.Entity;
import dev.lockstile.auth.imports.draft.FactorDraft;
import dev.lockstile.auth.imports.draft.ImportedFactor;
import dev.lockstile.auth.imports.draft.Origin;
import dev.lockstile.auth.imports.mapping.OldRecoveryCodes;
import dev.lockstile.auth.imports.mapping.OldTotp;
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
 * otp_totp_totpdevice}, and {@code otp_static_staticdevice} with its tokens. Devices of other plug-ins cannot be verified here
 * ({@code factor_not_supported}); a device that was not confirmed is left out ({@code factor_unconfirmed}).
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

    private final Source source;
    private final Instant now;
    private final Optional<SourceTable> totps;
    private final Optional<SourceTable> devices;
    private final Optional<SourceTable> tokens;
    private final List<SourceTable> others;

    private DjangoOtpFactors(Source source, Instant now) {
        FactorTables tables = FactorTables.in(source);
        this.source = source;
        this.now = now;
        totps = tables.find("otp_totp_totpdevice", TOTP);
        devices = tables.find("otp_static_staticdevice", List.of("id", OWNER, "confirmed"));
        tokens = tables.find("otp_static_statictoken", List.of("id", DEVICE, "token"));
        others = OTHERS.stream()
                .flatMap(name -> tables.find(name, List.of("id", OWNER)).stream())
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
    public long count() {
        List<SourceTable> all = new ArrayList<>(others);
        totps.ifPresent(all::add);
        devices.ifPresent(all::add);
        return all.stream().mapToLong(table -> source.count(table.name())).sum();
    }

    @Override
    public Map<String, List<FactorDraft>> of(Collection<Object> owners) {
        Map<String, List<FactorDraft>> all = new HashMap<>();
        totps.ifPresent(table -> rows(table, owners, all, this::totp));
        devices.ifPresent(table -> {
            Map<String, List<String>> texts = texts(table, owners);
            rows(table, owners, all, row -> codes(row, texts.getOrDefault(String.valueOf(row.key()), List.of())));
        });
        others.forEach(table -> rows(table, owners, all, row -> other(table, row)));
        return all;
    }

    private interface Reading {
        FactorDraft read(SourceRow row);
    }

    private void rows(
            SourceTable table, Collection<Object> owners, Map<String, List<FactorDraft>> all, Reading reading) {
        FactorTables.byOwner(source, table, OWNER, owners)
                .forEach((owner, rows) -> rows.forEach(row ->
                        all.computeIfAbsent(owner, any -> new ArrayList<>()).add(reading.read(row))));
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
    private Map<String, List<String>> texts(SourceTable table, Collection<Object> owners) {
        List<Object> keys = FactorTables.byOwner(source, table, OWNER, owners).values().stream()
                .flatMap(List::stream)
                .map(SourceRow::key)
                .toList();
        Map<String, List<String>> texts = new HashMap<>();
        tokens.ifPresent(found -> FactorTables.byOwner(source, found, DEVICE, keys)
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
