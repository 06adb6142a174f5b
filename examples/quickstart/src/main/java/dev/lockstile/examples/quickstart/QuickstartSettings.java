package dev.lockstile.examples.quickstart;

import dev.lockstile.auth.factor.SecondFactorPolicy;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.http.settings.JsonNaming;
import dev.lockstile.auth.http.settings.TrustedProxies;
import dev.lockstile.auth.message.MailStyle;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.passkey.Passkeys;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says.
 *
 * @param port 0 takes a free one
 * @param dev true adds the development inbox, on loopback only
 * @param limits false ends all limits, for runs that sign hundreds of people in from one address
 * @param naming how fields are named on the wire
 * @param social the other sites that people may sign in with
 * @param senders the providers of messages
 * @param smsCountries where text messages may go; empty for everywhere
 * @param site where passkeys work, and what links lead to
 * @param mustHave who must have a second factor
 * @param proxies addresses or ranges whose {@code X-Forwarded-For} tells the address of a client; empty for none
 */
record QuickstartSettings(
        int port,
        Database database,
        boolean dev,
        boolean limits,
        Path data,
        Keys keys,
        JsonNaming naming,
        SocialEnvironment social,
        SenderEnvironment senders,
        List<String> smsCountries,
        Site site,
        SecondFactorPolicy mustHave,
        List<String> proxies) {

    static QuickstartSettings from(Map<String, String> environment) {
        Path data = Path.of(environment.getOrDefault("QUICKSTART_DATA", "data"));
        String url = environment.getOrDefault(
                "QUICKSTART_DB_URL",
                "jdbc:h2:file:" + data.resolve("quickstart").toAbsolutePath() + ";TRACE_LEVEL_FILE=0");
        return new QuickstartSettings(
                port(environment.getOrDefault("QUICKSTART_PORT", "8080")),
                new Database(
                        url,
                        environment.getOrDefault("QUICKSTART_DB_USER", url.startsWith("jdbc:h2:") ? "sa" : ""),
                        environment.getOrDefault("QUICKSTART_DB_PASSWORD", "")),
                Boolean.parseBoolean(environment.getOrDefault("QUICKSTART_DEV", "false")),
                !environment.getOrDefault("QUICKSTART_LIMITS", "on").equals("off"),
                data,
                new Keys(
                        environment.get("QUICKSTART_DIGEST_KEY"),
                        environment.get("QUICKSTART_SIGNING_KEYS"),
                        environment.get("QUICKSTART_AUDIT_KEYS"),
                        environment.get("QUICKSTART_IMPORT_KEYS"),
                        environment.get("QUICKSTART_BOOTSTRAP"),
                        environment.get("QUICKSTART_FACTOR_KEY")),
                naming(environment.getOrDefault("QUICKSTART_NAMING", "clean")),
                new SocialEnvironment(environment),
                new SenderEnvironment(environment),
                parts(environment.getOrDefault("QUICKSTART_SMS_COUNTRIES", "")),
                new Site(
                        environment.getOrDefault("QUICKSTART_RP_ID", "localhost"),
                        environment.getOrDefault("QUICKSTART_ORIGIN", "")),
                mustHave(environment.getOrDefault("QUICKSTART_SECOND_FACTOR", "nobody")),
                parts(environment.getOrDefault("QUICKSTART_TRUSTED_PROXIES", "")));
    }

    /**
     * Whether the development inbox is kept and served. A proxy on this machine may add no header, and its clients look
     * near: so it is not where browsers reach the server under another address.
     */
    boolean hasInbox() {
        return dev && site.isLocal();
    }

    /** What the endpoints are told. */
    HttpSettings http() {
        return HttpSettings.defaults()
                .withNaming(naming)
                .withClientAddress(TrustedProxies.of(proxies.toArray(String[]::new)));
    }

    /** Where people reach the application; links in messages lead there. */
    URI page(int actualPort, String path) {
        return URI.create(site.all(actualPort)[0] + path);
    }

    /**
     * E-mails in the style of the pages, which lead to the sign-in page; codes of text messages are bound to the site
     * where it has a name of its own.
     */
    MessageTemplates messages(URI signInPage) {
        MessageTemplates messages =
                MessageTemplates.builtIn(Locale.ENGLISH, MailStyle.defaults().withSignInPage(signInPage));
        return site.domain().contains(".") && !site.isLocal() ? messages.boundTo(site.domain()) : messages;
    }

    /** Passkeys of this site, on pages of the given origins or of the server itself. */
    Passkeys passkeys(int actualPort) {
        return Passkeys.relyingParty(site.domain(), "Quickstart", site.all(actualPort));
    }

    /** What a variable with commas lists, without blanks. */
    static List<String> parts(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("QUICKSTART_PORT must be a number from 0 to 65535", e);
        }
        throw new IllegalArgumentException("QUICKSTART_PORT must be a number from 0 to 65535");
    }

    private static JsonNaming naming(String text) {
        return switch (text) {
            case "snake" -> JsonNaming.SNAKE_CASE;
            case "camel" -> JsonNaming.CAMEL_CASE;
            case "clean" -> JsonNaming.CLEAN;
            default -> throw new IllegalArgumentException("QUICKSTART_NAMING must be snake, camel or clean");
        };
    }

    private static SecondFactorPolicy mustHave(String text) {
        return switch (text) {
            case "nobody" -> SecondFactorPolicy.nobody();
            case "staff" -> SecondFactorPolicy.staff();
            case "everybody" -> SecondFactorPolicy.everybody();
            default ->
                throw new IllegalArgumentException("QUICKSTART_SECOND_FACTOR must be nobody, staff or everybody");
        };
    }

    /**
     * Where passkeys work.
     *
     * @param origins separated by commas; blank for the server itself
     */
    record Site(String domain, String origins) {

        private static final Pattern THIS_MACHINE =
                Pattern.compile("https?://(?:localhost|[\\w-]+\\.localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d+)?");

        /** Addresses of the application in a browser, the first being its own. */
        String[] all(int actualPort) {
            return origins.isBlank() ? new String[] {"http://localhost:" + actualPort} : named().toArray(String[]::new);
        }

        private List<String> named() {
            return parts(origins);
        }

        /** Whether browsers reach the server on this machine alone. */
        boolean isLocal() {
            return origins.isBlank()
                    || named().stream()
                            .allMatch(origin -> THIS_MACHINE.matcher(origin).matches());
        }
    }

    record Database(String url, String user, String password) {

        @Override
        public String toString() {
            return "Database[hidden]";
        }
    }

    /** Keys given by the environment in place of those in the data folder, and the secret of the first superuser. */
    record Keys(
            @Nullable String digest,
            @Nullable String signing,
            @Nullable String audit,
            @Nullable String imports,
            @Nullable String bootstrap,
            @Nullable String factor) {

        @Override
        public String toString() {
            return "Keys[hidden]";
        }
    }
}
