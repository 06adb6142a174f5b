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
 * A purpose of the host's own for one-time codes, such as the release of an order. Its codes are worth nothing for a
 * sign-in or for another purpose, and no other code is worth anything here (ASVS 6.6.2).
 *
 * @param name 2 to 26 characters: small letters, digits and hyphens, a letter first; stored with each code
 * @param channels by which its codes leave; at least one
 * @param codes digits, life, attempts and cool-down; {@code unboundAttempts} means nothing here, since every attempt
 *     names its challenge
 * @param handedBack true when the host gets the code and sends it itself
 * @param withoutAccount true when a code may go to an address or number that belongs to no account
 * @param texts the host's own words by language; empty for the library's
 * @param names how the purpose reads in the library's words, by language; empty for words that do not name it
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
     * @param name 2 to 26 characters: small letters, digits and hyphens, a letter first; stored with each code
     * @param channels by which its codes leave; at least one
     * @param codes digits, life, attempts and cool-down
     * @param handedBack true when the host gets the code and sends it itself
     * @param withoutAccount true when a code may go to an address or number that belongs to no account
     * @param texts the host's own words by language; empty for the library's
     * @param names how the purpose reads in the library's words, by language; 1 to 60 characters each
     * @throws IllegalArgumentException for another name, no channel, or a text without {@code {code}} or with a value
     *     that codes have not
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
                        "the purpose " + name + " reads in 1 to 60 characters"));
        texts = Map.copyOf(texts);
        names = Map.copyOf(names);
    }

    /**
     * A purpose that the library's words do not name.
     *
     * @param name 2 to 26 characters: small letters, digits and hyphens, a letter first; stored with each code
     * @param channels by which its codes leave; at least one
     * @param codes digits, life, attempts and cool-down
     * @param handedBack true when the host gets the code and sends it itself
     * @param withoutAccount true when a code may go to an address or number that belongs to no account
     * @param texts the host's own words by language; empty for the library's
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
     * {@return a purpose with the OWASP figures, by e-mail and text message, to accounts alone, in the library's words}
     *
     * @param name 2 to 26 characters: small letters, digits and hyphens, a letter first
     */
    public static PurposeSettings named(String name) {
        return new PurposeSettings(name, EnumSet.allOf(Channel.class), CodeSettings.owasp(), false, false, Map.of());
    }

    /**
     * {@return a copy by this channel alone}
     *
     * @param channel of all its codes
     */
    public PurposeSettings by(Channel channel) {
        return new PurposeSettings(name, Set.of(channel), codes, handedBack, withoutAccount, texts, names);
    }

    /**
     * {@return a copy with these figures}
     *
     * @param newCodes digits, life, attempts and cool-down; a cool-down shorter than that of sign-in codes has no
     *     effect
     */
    public PurposeSettings withCodes(CodeSettings newCodes) {
        return new PurposeSettings(name, channels, newCodes, handedBack, withoutAccount, texts, names);
    }

    /**
     * {@return a copy with codes of so many digits, by any channel}
     *
     * @param digits 6 to 10
     */
    public PurposeSettings withDigits(int digits) {
        return withFigures(digits, digits, codes.smsTtl(), codes.emailTtl(), codes.maxAttempts());
    }

    /**
     * {@return a copy with codes that live so long, by any channel}
     *
     * @param ttl at most 10 minutes (ASVS 6.5.5)
     */
    public PurposeSettings withTtl(Duration ttl) {
        return withFigures(codes.smsDigits(), codes.emailDigits(), ttl, ttl, codes.maxAttempts());
    }

    /**
     * {@return a copy with codes of so many attempts}
     *
     * @param attempts 1 to 10
     */
    public PurposeSettings withMaxAttempts(int attempts) {
        return withFigures(codes.smsDigits(), codes.emailDigits(), codes.smsTtl(), codes.emailTtl(), attempts);
    }

    /**
     * {@return a copy where the host gets each code and sends it itself} The library sends nothing then; what the
     * host sends is not in its message log.
     */
    public PurposeSettings handBack() {
        return new PurposeSettings(name, channels, codes, true, withoutAccount, texts, names);
    }

    /** {@return a copy where a code may go to an address or number that belongs to no account} */
    public PurposeSettings allowWithoutAccount() {
        return new PurposeSettings(name, channels, codes, handedBack, true, texts, names);
    }

    /**
     * {@return a copy in the host's own words in this language} A language without a text takes that of the service's
     * locale, and where there is none, the library's.
     *
     * @param language of the person
     * @param text in place of the library's
     */
    public PurposeSettings withText(Locale language, MessageText text) {
        Map<Locale, MessageText> all = new LinkedHashMap<>(texts);
        all.put(Locale.forLanguageTag(language.getLanguage()), text);
        return new PurposeSettings(name, channels, codes, handedBack, withoutAccount, all, names);
    }

    /**
     * {@return a copy with a name in this language} Subject and first sentence of the library's e-mail have it:
     * "Enter this code at Acme to confirm “Release of an order”". A language without a name has words without it.
     *
     * @param language of the person
     * @param words 1 to 60 characters, such as {@code Release of an order}
     */
    public PurposeSettings withName(Locale language, String words) {
        Map<Locale, String> all = new LinkedHashMap<>(names);
        all.put(Locale.forLanguageTag(language.getLanguage()), words);
        return new PurposeSettings(name, channels, codes, handedBack, withoutAccount, texts, all);
    }

    private PurposeSettings withFigures(int sms, int email, Duration smsTtl, Duration emailTtl, int attempts) {
        return withCodes(new CodeSettings(sms, email, smsTtl, emailTtl, attempts, codes.cooldown(), 0));
    }

    /** A text that no message could be made of is told when the host starts, and not when a code is due. */
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
