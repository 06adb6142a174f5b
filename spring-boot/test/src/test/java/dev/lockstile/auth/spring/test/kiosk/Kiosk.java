package dev.lockstile.auth.spring.test.kiosk;

import dev.lockstile.auth.email.EmailSender;
import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A host whose own sender of e-mail must not be called by a test. */
@SpringBootApplication
public class Kiosk {

    /** What its provider got. */
    public static final RecordingEmailSender PROVIDER = new RecordingEmailSender();

    @Bean
    EmailSender provider() {
        return PROVIDER;
    }

    @Configuration(proxyBeanMethods = false)
    public static class Hooks {

        @Bean
        AuthHook nobodyFromHere(JpaAuthStore store) {
            return new AuthHook() {
                @Override
                public Verdict beforeRegistration(NewAccount account) {
                    String email = store.managed(
                                    Model.Member.class, account.user().id())
                            .getEmail();
                    return email.startsWith("veto") ? Verdict.veto("not_wanted") : Verdict.allow();
                }
            };
        }
    }
}
