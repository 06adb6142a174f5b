package dev.lockstile.auth.message;

import dev.lockstile.auth.model.Channel;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Renders messages. A host with its own texts implements this, and delegates other messages to the
 * {@linkplain #builtIn(Locale) built-in templates}.
 *
 * <p>Called outside any transaction, by several threads. It is called a second time with the secret values removed, for
 * the message log; the result must depend on the arguments only.
 */
@FunctionalInterface
public interface MessageTemplates {

    /**
     * The words of a message.
     *
     * <p>A value may be text from a user. An implementation has to escape it for its output (ASVS 1.2.1): HTML in an
     * HTML body, no line break in a subject, and no placeholders replaced inside a value.
     *
     * @param template the kind of message
     * @param channel by which it is sent: one of {@link MessageKind#channels()}
     * @param locale the recipient's language, or the host's where the recipient has chosen none
     * @param values by the names in {@link MessageValues}; includes all required ones and the service's name
     * @return the rendered message
     * @throws RuntimeException when it cannot be rendered: the attempt counts as failed
     */
    RenderedMessage render(MessageKind template, Channel channel, Locale locale, Map<String, String> values);

    /**
     * {@return these templates, with text messages that end in {@code @host #code}} Browsers then offer the code on
     * pages of that site only.
     *
     * @param host of the pages, in lower case, such as {@code shop.example}
     * @throws IllegalArgumentException when it is not a valid host name
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
     * @param fallback the language for recipients whose own is not one of these; English when it is not one of
     *     these itself
     */
    static MessageTemplates builtIn(Locale fallback) {
        return builtIn(fallback, MailStyle.defaults());
    }

    /**
     * {@return templates in English, Spanish, Portuguese, German and French, whose e-mails have the logo and the accent
     * of the host}
     *
     * @param fallback the language for recipients whose own is not one of these; English when it is not one of
     *     these itself
     * @param style of the e-mails
     */
    static MessageTemplates builtIn(Locale fallback, MailStyle style) {
        return new BuiltInTemplates(fallback, style);
    }

    /**
     * {@return templates that render every message with these texts} For one kind of message, beside other templates.
     *
     * @param texts by language
     * @param fallback the language for recipients whose own has no text; if it has none either, {@code otherwise}
     *     is used
     * @param otherwise used for a language without a text
     */
    static MessageTemplates of(Map<Locale, MessageText> texts, Locale fallback, MessageTemplates otherwise) {
        return of(texts, fallback, MailStyle.defaults(), otherwise);
    }

    /**
     * {@return a copy in e-mails with the logo and the accent of the host}
     *
     * @param texts by language
     * @param fallback the language for recipients whose own has no text; if it has none either, {@code otherwise}
     *     is used
     * @param style of the e-mails
     * @param otherwise used for a language without a text
     */
    static MessageTemplates of(
            Map<Locale, MessageText> texts, Locale fallback, MailStyle style, MessageTemplates otherwise) {
        return new HostTexts(texts, fallback, style, otherwise);
    }

    /**
     * A rendered message, in one language and for one channel. Since it usually contains a code or link,
     * {@code toString} prints nothing of it.
     *
     * @param subject one line; empty for a text message
     * @param text the plain text, with LF line ends
     * @param html the text as HTML with every value escaped; null for none
     */
    record RenderedMessage(
            String subject, String text, @Nullable String html) {

        /**
         * Checks the subject.
         *
         * @param subject one line; empty for a text message
         * @param text the plain text, with LF line ends
         * @param html the text as HTML with every value escaped; null for none
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

    /** The names of the values of messages. */
    final class MessageValues {

        /** Name of the service as its users know it. */
        public static final String SERVICE = "service";

        /** A one-time code. Secret. */
        public static final String CODE = "code";

        /** A link with a token, built from the host's configured address only. Secret. */
        public static final String LINK = "link";

        /** Lifetime of the code or link in minutes: a whole number, at least 1. */
        public static final String MINUTES = "minutes";

        /** Name of the recipient. Text from a user: a template has to escape it for its output. */
        public static final String NAME = "name";

        /** {@code true} when the requested user name was taken and the account has none. */
        public static final String USERNAME_DROPPED = "username_dropped";

        /**
         * The kind of the changed identifier: a name of {@link dev.lockstile.auth.model.IdentifierKind}; or of the
         * second factor that was added or removed: {@code TOTP} or {@code PASSKEY}.
         */
        public static final String KIND = "kind";

        /** Name of the purpose of a code, as declared by the host. */
        public static final String PURPOSE = "purpose";

        /** Name of that purpose in the recipient's language, where the host has given one. */
        public static final String PURPOSE_NAME = "purpose_name";

        /**
         * The object of an act: the name of a passkey, an API key or a site, or a shortened address or number, such as
         * a new superuser's. May be text from a user.
         */
        public static final String WHAT = "what";

        /** The time of a sign-in, an act or the request for the message, as text in the recipient's language. */
        public static final String TIME = "time";

        /**
         * Name of the member of staff who sent an invitation: letters only. Present where the host allows it
         * ({@code SignUpSettings.allowNamesInInvitations}).
         */
        public static final String INVITER = "inviter";

        /**
         * The role of an invited person, where it is not the default role. Present under the same condition as the
         * inviter.
         */
        public static final String ROLE = "role";

        /** The member of staff who acted: a shortened address, number or user name. */
        public static final String BY = "by";

        /** The time at which a pending act takes effect, as text in the recipient's language. */
        public static final String DUE = "due";

        /** How many recovery codes are left: a whole number, at least 0. */
        public static final String LEFT = "left";

        /** {@code true} when an API key got another secret; absent when a key was added. */
        public static final String REPLACED = "replaced";

        /**
         * Name of the client that made the request, such as {@code Chrome, Windows}; letters, digits and a few other
         * characters.
         */
        public static final String DEVICE = "device";

        /**
         * Approximate place, as text. For a sign-in with a shortened IP address; for a requested message the place
         * only; for other acts the place in which the session was opened.
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
         * {@return whether the value must not be written to a log} Unknown names count as secret, so that values added
         * by a host are not logged by mistake.
         *
         * @param name of a value
         */
        public static boolean isSecret(String name) {
            return !SHOWN.contains(name);
        }
    }

    /**
     * Encoding and length of a text message: GSM-7 (3GPP TS 23.038), or UCS-2 if one character is not in that alphabet,
     * with less than half as many characters per segment. Providers charge for each segment.
     *
     * @param gsm7 whether every character is in the GSM-7 alphabet
     * @param segments number of segments, at least 1
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
         * @param text the whole text
         * @return its alphabet and number of segments
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
