package dev.lockstile.auth.pages;

import dev.lockstile.auth.message.MailStyle;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The appearance of the pages: name and logo in the header, and style tokens, which are custom properties of the style
 * sheet. Values that are not set keep their defaults. Names and values of tokens are checked when the
 * {@link PagesServlet} is created.
 *
 * @param productName name in the header and in titles, in every language; null for the service name of
 *     {@code AuthSettings}
 * @param logo path on this site of an image beside the product name, such as {@code /static/logo.svg}
 * @param icon path on this site of the icon of the browser's tab
 * @param tokens values by the token's name, such as {@code primary} and {@code #7a1f5c}; a {@code url()} in a value
 *     has to be a path of this site, and a value cannot end its CSS declaration
 */
public record PageStyle(
        @Nullable String productName,
        @Nullable String logo,
        @Nullable String icon,
        Map<String, String> tokens) {

    /**
     * Copies the tokens.
     *
     * @param productName name in the header and in titles; null for the service name of {@code AuthSettings}
     * @param logo path on this site of an image beside the product name; null for none
     * @param icon path on this site of the icon of the browser's tab; null for none
     * @param tokens values by the token's name
     * @throws IllegalArgumentException when the logo or the icon is not a path of this site
     */
    public PageStyle {
        if (logo != null) {
            SitePath.plain(logo);
        }
        if (icon != null) {
            SitePath.plain(icon);
        }
        tokens = Map.copyOf(tokens);
    }

    /** {@return the default style} */
    public static PageStyle defaults() {
        return new PageStyle(null, null, null, Map.of());
    }

    /**
     * {@return a copy with this name in the header and in titles}
     *
     * @param name plain text
     */
    public PageStyle withProductName(String name) {
        return new PageStyle(name, logo, icon, tokens);
    }

    /**
     * {@return a copy with this image beside the product name}
     *
     * @param path of this site, such as {@code /static/logo.svg}
     */
    public PageStyle withLogo(String path) {
        return new PageStyle(productName, path, icon, tokens);
    }

    /**
     * {@return a copy with this icon of the browser's tab}
     *
     * @param path of this site, such as {@code /static/icon.svg}
     */
    public PageStyle withIcon(String path) {
        return new PageStyle(productName, logo, path, tokens);
    }

    /**
     * {@return a copy with this value of a token}
     *
     * @param name such as {@code primary}
     * @param value such as {@code #7a1f5c}
     */
    public PageStyle withToken(String name, String value) {
        Map<String, String> more = new HashMap<>(tokens);
        more.put(name, value);
        return new PageStyle(productName, logo, icon, more);
    }

    /**
     * {@return a style of e-mails with the accent and logo of the pages} The accent is the token {@code primary} if it
     * has six hexadecimal digits, otherwise the default.
     *
     * @param origin of the pages, such as {@code https://acme.example}; e-mails have no logo for an origin without
     *     https
     */
    public MailStyle mailStyle(URI origin) {
        String primary = tokens.getOrDefault("primary", "");
        MailStyle accented =
                primary.matches("#[0-9a-fA-F]{6}") ? MailStyle.defaults().withAccent(primary) : MailStyle.defaults();
        return logo == null || !"https".equals(origin.getScheme()) ? accented : accented.withLogo(origin.resolve(logo));
    }
}
