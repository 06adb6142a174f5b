package dev.lockstile.auth.message;

import dev.lockstile.auth.model.Channel;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a template and its values into words. A host that wants its own words implements this, and hands what it does
 * not care for to the {@linkplain #builtIn(Locale) built-in one}.
 *
 * <p>Called outside any transaction, by several threads. It is called a second time with the secret values blanked, for
 * the message log; so the words depend on nothing but what is given.
 */
@FunctionalInterface
public interface MessageTemplates {

    /**
     * The words of a message.
     *
     * <p>A value may be text that a user chose. An implementation escapes it for what it writes (ASVS 1.2.1): HTML in
     * an HTML body, no line break in a subject, and never looks for placeholders in a value.
     *
     * @param template which message
     * @param channel by which it leaves: one of {@link MessageKind#channels()}
     * @param locale the person's language, or the host's where the person has chosen none
     * @param values by the names in {@link MessageValues}; all required ones are there, and the service's name
     * @return the words of the message
     * @throws RuntimeException when there are no words for it: the try counts as failed
     */
    RenderedMessage render(MessageKind template, Channel channel, Locale locale, Map<String, String> values);

    /**
     * {@return these templates, whose text messages with a code end in {@code @host #code}} Browsers then offer the
     * code on pages of that site alone.
     *
     * @param host of the pages, in small letters, such as {@code shop.example}
     * @throws IllegalArgumentException when that is no host name
     */
    default MessageTemplates boundTo(String host) {
        return new BoundCodes(this, host);
    }

    /** {@return templates in English, Spanish, Portuguese, German and French; English for any other language} */
    static MessageTemplates builtIn() {
        return builtIn(Locale.ENGLISH);
    }

    /**
     * {@return templates in English, Spanish, Portuguese, German, French and the languages of {@link LanguageFiles}}
     *
     * @param fallback the language for people whose own is none of these; English when it is none of these itself
     */
    static MessageTemplates builtIn(Locale fallback) {
        return builtIn(fallback, MailStyle.defaults());
    }

    /**
     * {@return templates in English, Spanish, Portuguese, German and French, whose e-mails have the logo and the accent
     * of the host}
     *
     * @param fallback the language for people whose own is none of these; English when it is none of these itself
     * @param style of the e-mails
     */
    static MessageTemplates builtIn(Locale fallback, MailStyle style) {
        return new BuiltInTemplates(fallback, style);
    }

    /**
     * {@return templates that write every message in these words} For one kind of message among those of other
     * templates.
     *
     * @param texts by language
     * @param fallback the language for people whose own has no text; where it has none either, {@code otherwise} writes
     * @param otherwise asked for a language without a text
     */
    static MessageTemplates of(Map<Locale, MessageText> texts, Locale fallback, MessageTemplates otherwise) {
        return of(texts, fallback, MailStyle.defaults(), otherwise);
    }

    /**
     * {@return a copy in e-mails with the logo and the accent of the host}
     *
     * @param texts by language
     * @param fallback the language for people whose own has no text; where it has none either, {@code otherwise} writes
     * @param style of the e-mails
     * @param otherwise asked for a language without a text
     */
    static MessageTemplates of(
            Map<Locale, MessageText> texts, Locale fallback, MailStyle style, MessageTemplates otherwise) {
        return new HostTexts(texts, fallback, style, otherwise);
    }

    /**
     * The words of a message in one language, for one channel. Usually holds a code or a link, so it prints nothing.
     *
     * @param subject one line; empty for a text message
     * @param text the plain text, lines ended by LF
     * @param html the same as HTML with every value escaped; null when there is none
     */
    record RenderedMessage(
            String subject, String text, @Nullable String html) {

        /**
         * Checks the subject.
         *
         * @param subject one line; empty for a text message
         * @param text the plain text, lines ended by LF
         * @param html the same as HTML with every value escaped; null when there is none
         * @throws IllegalArgumentException when the subject is more than one line (header injection, ASVS 1.2.1)
         */
        public RenderedMessage {
            if (subject.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029')) {
                throw new IllegalArgumentException("the subject is not one line of text");
            }
        }

        @Override
        public String toString() {
            return "RenderedMessage[hidden]";
        }
    }

    /** The names of the values a message is made of. */
    final class MessageValues {

        /** Name of the service, as its users know it. */
        public static final String SERVICE = "service";

        /** A one-time code. Secret. */
        public static final String CODE = "code";

        /** A link with a token in it, made from the host's configured address and nothing else. Secret. */
        public static final String LINK = "link";

        /** For how many minutes the code or link is good: a whole number, at least 1. */
        public static final String MINUTES = "minutes";

        /** How the person wants to be called. Text of a user: a template escapes it for the output it writes. */
        public static final String NAME = "name";

        /** {@code true} when the requested user name was taken and the account goes without one. */
        public static final String USERNAME_DROPPED = "username_dropped";

        /**
         * Which identifier changed: a name of {@link dev.lockstile.auth.model.IdentifierKind}. Which second factor was
         * added or removed: {@code TOTP} or {@code PASSKEY}.
         */
        public static final String KIND = "kind";

        /** The name of the host's own purpose that a code serves. */
        public static final String PURPOSE = "purpose";

        /** That purpose in words of the receiver's language, where the host has given them. */
        public static final String PURPOSE_NAME = "purpose_name";

        /**
         * To what an act was done: the name of a passkey, an API key or a site, or a shortened address or number, as
         * of a new superuser. May be text of a user.
         */
        public static final String WHAT = "what";

        /**
         * When a sign-in or another act happened, or a message was asked for, in words of the receiver's language.
         */
        public static final String TIME = "time";

        /**
         * How the member of staff is called who sent an invitation: words alone. Given where the host allows it ({@code
         * SignUpSettings.allowNamesInInvitations}).
         */
        public static final String INVITER = "inviter";

        /** The role of an invited person, where it is not that of every new account. Given as the inviter is. */
        public static final String ROLE = "role";

        /** Who of the staff acted: a shortened address, number or user name. */
        public static final String BY = "by";

        /** When what was asked for will happen, in words of the receiver's language. */
        public static final String DUE = "due";

        /** How many recovery codes are left: a whole number, at least 0. */
        public static final String LEFT = "left";

        /** {@code true} when an API key has another secret, and no key was added. */
        public static final String REPLACED = "replaced";

        /**
         * What a client calls itself, in letters, digits and a few signs; of who asks or acts, such as {@code Chrome,
         * Windows}.
         */
        public static final String DEVICE = "device";

        /**
         * Where a sign-in came from, in words, with a shortened address; where a message was asked for, the place
         * alone; of a notice of another act, where the session began in which it was done.
         */
        public static final String PLACE = "place";

        private static final Set<String> SHOWN = Set.of(
                SERVICE,
                MINUTES,
                NAME,
                USERNAME_DROPPED,
                KIND,
                PURPOSE,
                PURPOSE_NAME,
                WHAT,
                INVITER,
                ROLE,
                BY,
                TIME,
                DUE,
                LEFT,
                REPLACED,
                DEVICE,
                PLACE);

        private MessageValues() {}

        /**
         * {@return whether the value must not be written to a log} What is not known to be harmless is secret, so that
         * a value a host adds of its own is not printed by mistake.
         *
         * @param name of a value
         */
        public static boolean isSecret(String name) {
            return !SHOWN.contains(name);
        }
    }

    /**
     * How a text travels as a text message: in the GSM-7 alphabet (3GPP TS 23.038), or as UCS-2 once one character is
     * not in it, which more than halves what fits. Each segment is paid for.
     *
     * @param gsm7 whether every character is in the GSM-7 alphabet
     * @param segments how many messages it is cut into, at least 1
     */
    record SmsSegments(boolean gsm7, int segments) {

        private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
        /** Two septets each. */
        private static final String EXTENDED = "^{}\\[~]|€\f";

        private static final int GSM7_WHOLE = 160;
        private static final int GSM7_PART = 153;
        private static final int UCS2_WHOLE = 70;
        private static final int UCS2_PART = 67;

        /**
         * Measures a text.
         *
         * @param text before it is cut into segments
         * @return the alphabet it needs and how many messages it is cut into
         */
        public static SmsSegments of(String text) {
            int septets = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (BASIC.indexOf(c) >= 0) {
                    septets++;
                } else if (EXTENDED.indexOf(c) >= 0) {
                    septets += 2;
                } else {
                    return new SmsSegments(false, parts(text.length(), UCS2_WHOLE, UCS2_PART));
                }
            }
            return new SmsSegments(true, parts(septets, GSM7_WHOLE, GSM7_PART));
        }

        private static int parts(int units, int whole, int part) {
            return units <= whole ? 1 : (units + part - 1) / part;
        }
    }
}
