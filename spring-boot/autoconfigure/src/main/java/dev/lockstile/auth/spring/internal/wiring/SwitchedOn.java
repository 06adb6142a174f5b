package dev.lockstile.auth.spring.internal.wiring;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.feature.AuthFeature;
import dev.lockstile.auth.sms.SmsSender;
import dev.lockstile.auth.social.SocialLogin;
import dev.lockstile.auth.spring.MessageSenders;
import dev.lockstile.auth.spring.internal.settings.FactorProperties;
import dev.lockstile.auth.spring.internal.settings.PasswordProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.env.Environment;

/** What the starter has switched on in an application, as one line tells it at the start. */
final class SwitchedOn {

    private static final String METHOD_SECURITY =
            "dev.lockstile.auth.spring.internal.security.MethodSecurityAutoConfiguration";

    private final Auth auth;
    private final BeanFactory beans;
    private final Environment environment;
    private final List<String> parts = new ArrayList<>();

    SwitchedOn(Auth auth, BeanFactory beans, Environment environment) {
        this.auth = auth;
        this.beans = beans;
        this.environment = environment;
    }

    /** The line. */
    String line() {
        parts.clear();
        add("tables (schema.mode=migrate)", "lockstileSchemaMigration");
        add("check of the tables (schema.mode=validate)", "lockstileSchemaValidation");
        add("late connections", "lockstileLazyConnections");
        add("endpoints at " + property("http.prefix", "/auth"), "lockstileServlet");
        add("their description", "lockstileOpenApi");
        add("pages at " + property("pages.path", ""), "lockstilePages");
        features();
        senders();
        add("development inbox at /dev/inbox", "lockstileInboxServlet");
        add("clean-up (" + property("cleanup.cron", "0 17 * * * *") + ")", "lockstileCleanup");
        add("method security", METHOD_SECURITY);
        add("fallback chain", "lockstileDefaultChain");
        add("health", "lockstileHealthIndicator");
        add("metrics", "lockstileMetrics");
        return "Lockstile switched on: " + String.join(", ", parts);
    }

    private void features() {
        FactorProperties.Policy policy = beans.getBean(FactorProperties.class).policy();
        if (policy != FactorProperties.Policy.OFF) {
            parts.add("second factors (" + policy.name().toLowerCase(Locale.ROOT) + ")");
        }
        int history = beans.getBean(PasswordProperties.class).history();
        if (history > 0) {
            parts.add("password history (" + history + ")");
        }
        Set<AuthFeature> kept = auth.features();
        if (kept.contains(OwnPasskeys.FEATURE) && auth.passkeyLogin().isServed()) {
            parts.add("passkeys");
        }
        if (kept.contains(SocialLogin.FEATURE) && !auth.social().providers().isEmpty()) {
            parts.add("other sites " + auth.social().providers());
        }
    }

    private void senders() {
        MessageSenders senders = beans.getBean(MessageSenders.class);
        if (!senders.email().isEmpty()) {
            parts.add("e-mail by "
                    + String.join(
                            ", ",
                            senders.email().stream().map(EmailSender::name).toList()));
        }
        if (!senders.sms().isEmpty()) {
            parts.add("text messages by "
                    + String.join(
                            ", ", senders.sms().stream().map(SmsSender::name).toList()));
        }
    }

    /** A bean that a condition left out may be there as null. */
    private void add(String part, String bean) {
        if (beans.containsBean(bean) && !beans.getBean(bean).toString().equals("null")) {
            parts.add(part);
        }
    }

    private String property(String name, String otherwise) {
        return environment.getProperty("lockstile." + name, otherwise);
    }
}
