package dev.lockstile.auth.message;

import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The appearance of the library's e-mails. Mail programs show remote images only where the reader allows it, so the
 * name of the service is always beside a logo.
 *
 * @param accent colour of buttons, such as {@code #3455db}; their text is white or dark, whichever has the higher
 *     contrast
 * @param logo https address of an image above the message; null for the name of the service only
 * @param sender the sender for the footer, such as a postal address; null for the name of the service only
 * @param codeInSubject whether the subject of a message with a code and no link includes the code
 * @param signInPage target of the button in messages that ask the reader to sign in; null for no button
 * @param support contact for help: an e-mail address or the https address of a page; null for none
 */
public record MailStyle(
        String accent,
        @Nullable URI logo,
        @Nullable String sender,
        boolean codeInSubject,
        @Nullable URI signInPage,
        @Nullable String support) {

    private static final String WHITE = "#ffffff";
    private static final String DARK = "#16181d";
    private static final double GLARE = 0.05;
    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z0-9._+-]+@[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)+");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    /**
     * Checks the colour and the addresses.
     *
     * @param accent colour of buttons; six hexadecimal digits
     * @param logo https address of an image; null for none
     * @param sender the sender for the footer; null for the name of the service only
     * @param codeInSubject whether the subject of a message with a code and no link includes the code
     * @param signInPage target of the button in messages that ask the reader to sign in; null for none
     * @param support an e-mail address or the https address of a page; null for none
     * @throws IllegalArgumentException when the accent is not such a colour, the logo not an https address, the
     *     page has no host, or the support is neither an e-mail address nor an https page
     */
    public MailStyle {
        if (!COLOUR.matcher(accent).matches()) {
            throw new IllegalArgumentException("no colour of six hexadecimal digits, such as #3455db: " + accent);
        }
        if (logo != null && !"https".equals(logo.getScheme())) {
            throw new IllegalArgumentException("no https address of an image: " + logo);
        }
        if (signInPage != null && signInPage.getHost() == null) {
            throw new IllegalArgumentException("the sign-in page must be an absolute address: " + signInPage);
        }
        if (support != null && !ADDRESS.matcher(support).matches() && !isPage(support)) {
            throw new IllegalArgumentException("no e-mail address and no https page: " + support);
        }
    }

    private static boolean isPage(String text) {
        try {
            URI page = new URI(text);
            return "https".equals(page.getScheme()) && page.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * Creates a style without a sign-in button and a support contact.
     *
     * @param accent colour of buttons; six hexadecimal digits
     * @param logo https address of an image; null for none
     * @param sender the sender for the footer; null for the name of the service only
     * @param codeInSubject whether the subject of a message with a code and no link includes the code
     */
    public MailStyle(String accent, @Nullable URI logo, @Nullable String sender, boolean codeInSubject) {
        this(accent, logo, sender, codeInSubject, null, null);
    }

    /** A link is worth more than its code, so a message that has both shows neither. */
    String subject(MessageKind template, String subject, SanitizedValues filling) {
        boolean codeAlone = template.requiredValues().contains(MessageValues.CODE)
                && !template.requiredValues().contains(MessageValues.LINK);
        return codeInSubject && codeAlone ? filling.get(MessageValues.CODE) + " \u00b7 " + subject : subject;
    }

    /** The values of a message, and where a reader gets help if that is known. */
    Map<String, String> supported(Map<String, String> values) {
        if (support == null) {
            return values;
        }
        Map<String, String> supported = new HashMap<>(values);
        supported.put(SanitizedValues.SUPPORT, support);
        return supported;
    }

    /** The text on the accent: of two colours the one with the greater contrast (WCAG 2.2, 1.4.3). */
    String onAccent() {
        double accented = luminance(accent);
        double ofWhite = (luminance(WHITE) + GLARE) / (accented + GLARE);
        double ofDark = (accented + GLARE) / (luminance(DARK) + GLARE);
        return ofWhite >= ofDark ? WHITE : DARK;
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** {@return the default style: the library's accent, without a logo} */
    public static MailStyle defaults() {
        return new MailStyle("#3455db", null, null, false);
    }

    /**
     * {@return a copy with this colour of buttons}
     *
     * @param colour six hexadecimal digits, such as {@code #7a1f5c}
     */
    public MailStyle withAccent(String colour) {
        return new MailStyle(colour, logo, sender, codeInSubject, signInPage, support);
    }

    /**
     * {@return a copy with this logo above every message}
     *
     * @param image https address, such as {@code https://acme.example/static/mail-logo.png}
     */
    public MailStyle withLogo(URI image) {
        return new MailStyle(accent, image, sender, codeInSubject, signInPage, support);
    }

    /**
     * {@return a copy with this line in the footer of every message}
     *
     * @param line the sender, such as a postal address
     */
    public MailStyle withSender(String line) {
        return new MailStyle(accent, logo, line, codeInSubject, signInPage, support);
    }

    /**
     * {@return a copy with the code at the start of the subject of a message that has a code and no link} Notifications
     * on a locked screen show it too.
     */
    public MailStyle withCodeInSubject() {
        return new MailStyle(accent, logo, sender, true, signInPage, support);
    }

    /**
     * {@return a copy with a button to this page in messages that ask the reader to sign in, for instance because an
     * account already exists or will be deleted}
     *
     * @param page absolute address, such as {@code https://acme.example/sign-in}
     */
    public MailStyle withSignInPage(URI page) {
        return new MailStyle(accent, logo, sender, codeInSubject, page, support);
    }

    /**
     * {@return a copy whose messages include a contact for help} It follows the service's name where a message asks the
     * reader to contact the service, otherwise it is in the footer.
     *
     * @param contact an e-mail address such as {@code help@acme.example}, or an https page
     */
    public MailStyle withSupport(String contact) {
        return new MailStyle(accent, logo, sender, codeInSubject, signInPage, contact);
    }
}
