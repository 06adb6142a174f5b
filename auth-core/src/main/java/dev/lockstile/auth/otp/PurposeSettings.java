package dev.lockstile.auth.otp;

import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.message.MessageText;
import dev.lockstile.auth.model.Channel;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A purpose for one-time codes that the host declares, such as the release of an order. Its codes are accepted for this
 * purpose only, and no other codes are (ASVS 6.6.2).
 *
 * @param name 2 to 26 lower-case letters, digits and hyphens, starting with a letter; stored with each code
 * @param channels by which its codes are sent; at least one
 * @param codes digits, lifetime, attempts and cool-down; {@code unboundAttempts} has no effect, since every attempt
 *     names its challenge
 * @param handedBack true when the code is returned to the host, which sends it itself
 * @param withoutAccount true when a code may be sent to an address or number that belongs to no account
 * @param texts the host's message texts by language; empty for the library's texts
 * @param names the name of the purpose in the library's texts, by language; empty for texts that do not name it
 */
public record PurposeSettings(
        String name,
        Set<Channel> channels,
        CodeSettings codes,
        boolean handedBack,
        boolean withoutAccount,
        Map<Locale, MessageText> texts,
        Map<Locale, String> names) {

    private static final int LONGEST_NAME = 60;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,25}");
    private static final String CODE = "{code}";
    private static final Map<String, String> SAMPLE = Map.of(
            MessageValues.CODE,
            "123456",
            MessageValues.SERVICE,
            "S",
            MessageValues.MINUTES,
            "5",
            MessageValues.PURPOSE,
            "p");

    /**
     * Checks the name, the channels and the texts.
     *
     * @param name 2 to 26 lower-case letters, digits and hyphens, starting with a letter; stored with each code
     * @param channels by which its codes are sent; at least one
     * @param codes digits, lifetime, attempts and cool-down
     * @param handedBack true when the code is returned to the host, which sends it itself
     * @param withoutAccount true when a code may be sent to an address or number that belongs to no account
     * @param texts the host's message texts by language; empty for the library's texts
     * @param names the name of the purpose in the library's texts, by language; 1 to 60 characters each
     * @throws IllegalArgumentException for an invalid name, no channel, or a text without {@code {code}} or with an
     *     unknown placeholder
     */
    public PurposeSettings {
        require(
                NAME.matcher(name).matches(),
                "a purpose's name is 2 to 26 small letters, digits and hyphens, a letter first: " + name);
        require(!channels.isEmpty(), "the purpose " + name + " has no channel");
        texts.forEach(PurposeSettings::check);
        channels = Set.copyOf(channels);
        names.values()
                .forEach(words -> require(
                        !words.isBlank() && words.length() <= LONGEST_NAME,
                        "the purpose " + name + " needs names of 1 to 60 characters"));
        texts = Map.copyOf(texts);
        names = Map.copyOf(names);
    }

    /**
     * Creates a purpose that the library's texts do not name.
     *
     * @param name 2 to 26 lower-case letters, digits and hyphens, starting with a letter; stored with each code
     * @param channels by which its codes are sent; at least one
     * @param codes digits, lifetime, attempts and cool-down
     * @param handedBack true when the code is returned to the host, which sends it itself
     * @param withoutAccount true when a code may be sent to an address or number that belongs to no account
     * @param texts the host's message texts by language; empty for the library's texts
     */
    public PurposeSettings(
            String name,
            Set<Channel> channels,
            CodeSettings codes,
            boolean handedBack,
            boolean withoutAccount,
            Map<Locale, MessageText> texts) {
        this(name, channels, codes, handedBack, withoutAccount, texts, Map.of());
    }

    /**
     * {@return a purpose with the OWASP code settings, by e-mail and text message, for accounts only, in the library's
     * texts}
     *
     * @param name 2 to 26 lower-case letters, digits and hyphens, starting with a letter
     */
    public static PurposeSettings named(String name) {
        return new PurposeSettings(name, EnumSet.allOf(Channel.class), CodeSettings.owasp(), false, false, Map.of());
    }

    /**
     * {@return a copy whose codes are sent by this channel only}
     *
     * @param channel of all its codes
     */
    public PurposeSettings by(Channel channel) {
        return new PurposeSettings(name, Set.of(channel), codes, handedBack, withoutAccount, texts, names);
    }

    /**
     * {@return a copy with these code settings}
     *
     * @param newCodes digits, lifetime, attempts and cool-down; a cool-down shorter than that of sign-in codes has
     *     no effect
     */
    public PurposeSettings withCodes(CodeSettings newCodes) {
        return new PurposeSettings(name, channels, newCodes, handedBack, withoutAccount, texts, names);
    }

    /**
     * {@return a copy with codes of this many digits, by any channel}
     *
     * @param digits 6 to 10
     */
    public PurposeSettings withDigits(int digits) {
        return withFigures(digits, digits, codes.smsTtl(), codes.emailTtl(), codes.maxAttempts());
    }

    /**
     * {@return a copy with codes of this lifetime, by any channel}
     *
     * @param ttl at most 10 minutes (ASVS 6.5.5)
     */
    public PurposeSettings withTtl(Duration ttl) {
        return withFigures(codes.smsDigits(), codes.emailDigits(), ttl, ttl, codes.maxAttempts());
    }

    /**
     * {@return a copy with codes that allow this many attempts}
     *
     * @param attempts 1 to 10
     */
    public PurposeSettings withMaxAttempts(int attempts) {
        return withFigures(codes.smsDigits(), codes.emailDigits(), codes.smsTtl(), codes.emailTtl(), attempts);
    }

    /**
     * {@return a copy whose codes are returned to the host, which sends them itself} The library then sends and logs no
     * message.
     */
    public PurposeSettings handBack() {
        return new PurposeSettings(name, channels, codes, true, withoutAccount, texts, names);
    }

    /** {@return a copy whose codes may be sent to an address or number that belongs to no account} */
    public PurposeSettings allowWithoutAccount() {
        return new PurposeSettings(name, channels, codes, handedBack, true, texts, names);
    }

    /**
     * {@return a copy with the host's message text in this language} A language without a text uses that of the
     * service's locale, or else the library's.
     *
     * @param language of the recipient
     * @param text replaces the library's
     */
    public PurposeSettings withText(Locale language, MessageText text) {
        Map<Locale, MessageText> all = new LinkedHashMap<>(texts);
        all.put(Locale.forLanguageTag(language.getLanguage()), text);
        return new PurposeSettings(name, channels, codes, handedBack, withoutAccount, all, names);
    }

    /**
     * {@return a copy with a name in this language} The subject and the first sentence of the library's e-mail contain
     * it: "Enter this code at Acme to confirm “Release of an order”". Texts in a language without a name do not name
     * the purpose.
     *
     * @param language of the recipient
     * @param words the name, 1 to 60 characters, for instance {@code Release of an order}
     */
    public PurposeSettings withName(Locale language, String words) {
        Map<Locale, String> all = new LinkedHashMap<>(names);
        all.put(Locale.forLanguageTag(language.getLanguage()), words);
        return new PurposeSettings(name, channels, codes, handedBack, withoutAccount, texts, all);
    }

    private PurposeSettings withFigures(int sms, int email, Duration smsTtl, Duration emailTtl, int attempts) {
        return withCodes(new CodeSettings(sms, email, smsTtl, emailTtl, attempts, codes.cooldown(), 0));
    }

    /** Reports an unusable text when the host starts instead of when a code is sent. */
    private static void check(Locale language, MessageText text) {
        String of = "the text in " + language.toLanguageTag();
        require(text.body().contains(CODE) && text.sms().contains(CODE), of + " lacks {code}");
        MessageTemplates templates = MessageTemplates.of(Map.of(language, text), language, MessageTemplates.builtIn());
        for (Channel channel : Channel.values()) {
            templates.render(MessageKind.PURPOSE_CODE, channel, language, SAMPLE);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
