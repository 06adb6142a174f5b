package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.ForeignSecrets;
import dev.lockstile.auth.password.ImportHints;
import dev.lockstile.auth.password.PasswordFormat;
import dev.lockstile.auth.password.PasswordSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the format of a legacy hash: every foreign one, named once, in the order in which they are asked. The host's
 * own come first.
 */
final class LegacyHashFormats {

    private static final Logger LOG = LoggerFactory.getLogger(LegacyHashFormats.class);
    private static final Pattern ID = Pattern.compile("[a-z0-9_]{1,40}");

    /** The ids of Spring's delegating encoder whose body is a text of some other format. */
    private static final String SPRING = "\\{(?:bcrypt|argon2|argon2@SpringSecurity_v5_8|ldap)\\}";

    private final Map<String, PasswordFormat> formats = new LinkedHashMap<>();

    /** The formats of fast hashes, and those that may hold one behind a prefix. */
    private final List<PasswordFormat> weak;

    LegacyHashFormats(PasswordSettings settings, Kdf kdf, Argon2Hashes own) {
        ForeignSecrets secrets = settings.foreign();
        settings.formats().forEach(this::add);
        DjangoFormats.of(kdf, own).forEach(this::add);
        ModularFormats.of(kdf, secrets.devisePepper()).forEach(this::add);
        YescryptFormats.of(kdf).forEach(this::add);
        add(RegexFormat.of("argon2_phc", Argon2Text.REGEX, found -> phc(own, found.group())));
        WerkzeugFormats.of(kdf).forEach(this::add);
        SpringFormats.of(kdf, secrets.springSecret()).forEach(this::add);
        LdapFormats.of(kdf).forEach(this::add);
        add(new PrefixedFormat("spring_delegating", SPRING, this));
        add(new PrefixedFormat("ldap_crypt", "(?i:\\{CRYPT\\})", this));
        DotnetFormats.of(kdf).forEach(this::add);
        PhpFormats.of(kdf).forEach(this::add);
        FirebaseFormat.of(kdf, secrets.firebase()).forEach(this::add);
        add(new KeycloakFormat(kdf, own));
        PhcFormats.of(kdf, own).forEach(this::add);
        ApplicationFormats.of(kdf, own).forEach(this::add);
        RawFormats.of(kdf).forEach(this::add);
        weak = formats.values().stream()
                .filter(format -> format instanceof WeakFormat || format instanceof PrefixedFormat)
                .toList();
    }

    private static @Nullable Verifier phc(Argon2Hashes own, String stored) {
        Argon2Text text = Argon2Text.parse(stored);
        return text == null ? null : own.verifier(text);
    }

    private void add(PasswordFormat format) {
        if (!ID.matcher(format.id()).matches()) {
            throw new IllegalArgumentException("a format id has lower-case letters, digits and underscores only");
        }
        if (formats.putIfAbsent(format.id(), format) != null) {
            throw new IllegalArgumentException("two password formats have the id " + format.id());
        }
    }

    List<String> ids() {
        return List.copyOf(formats.keySet());
    }

    @Nullable
    PasswordFormat named(String id) {
        return formats.get(id);
    }

    /** All formats that have this shape, those that need naming included. */
    private List<PasswordFormat> shaped(String stored) {
        List<PasswordFormat> found = new ArrayList<>();
        for (PasswordFormat format : formats.values()) {
            if (recognises(format, stored)) {
                found.add(format);
            }
        }
        return Collections.unmodifiableList(found);
    }

    private static boolean recognises(PasswordFormat format, String stored) {
        try {
            return format.recognises(stored);
        } catch (RuntimeException broken) {
            // a format of the host that cannot even look at it does not know it
            LOG.warn(
                    "password format {} failed with {}",
                    format.id(),
                    broken.getClass().getName());
            return false;
        }
    }

    /** The text as it stands, or without the blanks around it where it has no format as it stands. */
    String readable(String stored) {
        return StoredText.isBare(stored) || !shaped(stored).isEmpty() ? stored : StoredText.bare(stored);
    }

    /** False where no format of a fast hash fits the text, as it stands or without the blanks around it. */
    boolean mayBeWeak(String stored) {
        return anyWeak(stored) || !StoredText.isBare(stored) && anyWeak(StoredText.bare(stored));
    }

    private boolean anyWeak(String stored) {
        for (PasswordFormat format : weak) {
            if (recognises(format, stored)) {
                return true;
            }
        }
        return false;
    }

    /** The formats that may be tried on a text without a named format. */
    List<PasswordFormat> bySight(String stored) {
        return unnamed(shaped(stored));
    }

    /**
     * The format of an old text: the one that the hints name among those of its shape, and without such a hint the only
     * one that needs no naming.
     */
    Choice choose(String stored, ImportHints hints) {
        List<PasswordFormat> shaped = shaped(stored);
        List<PasswordFormat> sighted = unnamed(shaped);
        PasswordFormat hinted = hinted(shaped, hints);
        if (hinted != null) {
            return new Choice(
                    List.of(hinted), sighted.isEmpty() || !sighted.get(0).equals(hinted));
        }
        return new Choice(sighted, false);
    }

    private static List<PasswordFormat> unnamed(List<PasswordFormat> shaped) {
        return shaped.stream().filter(format -> !format.onlyWhenNamed()).toList();
    }

    private static @Nullable PasswordFormat hinted(List<PasswordFormat> shaped, ImportHints hints) {
        for (String hint : hints.formats()) {
            for (PasswordFormat format : shaped) {
                boolean family = !format.onlyWhenNamed() && format.id().startsWith(hint + "_");
                if (family || format.id().equals(hint)) {
                    return format;
                }
            }
        }
        return null;
    }

    /**
     * The formats that an old text may have.
     *
     * @param formats none for an unknown text, several for one that is ambiguous
     * @param onlyByName the text alone would not lead to the format, so that the format's name goes with it
     */
    record Choice(List<PasswordFormat> formats, boolean onlyByName) {}
}
