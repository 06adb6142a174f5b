package dev.lockstile.examples.orderdesk;

import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.message.MessageTemplates;
import dev.lockstile.auth.message.MessageTemplates.RenderedMessage;
import dev.lockstile.auth.spring.LockstileCustomizer;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the order desk has its own way: a field at registration, a row in the same transaction, and a text. */
@Configuration(proxyBeanMethods = false)
class Desk {

    // spotless:off
    // region: customizer
    @Bean
    LockstileCustomizer company() {
        return builder -> builder.registrationFields("company").accountFields("company");
    }
    // end: customizer

    // region: hook
    /** Gives each new user a mug and refuses one company; the row and the account commit together. */
    @Bean
    AuthHook welcome(Purchases purchases, JpaAuthStore store) {
        return new AuthHook() {
            @Override
            public Verdict beforeRegistration(NewAccount account) {
                purchases.save(new Model.Purchase((UUID) account.user().id().key(), "welcome mug"));
                Model.Member member = store.managed(Model.Member.class, account.user().id());
                return "rival".equals(member.company) ? Verdict.veto("rival") : Verdict.allow();
            }
        };
    }
    // end: hook

    // region: templates
    /** French for codes; everything else as it is built in. */
    @Bean
    MessageTemplates french() {
        MessageTemplates builtIn = MessageTemplates.builtIn();
        return (template, channel, locale, values) -> {
            boolean ours = "fr".equals(locale.getLanguage()) && values.containsKey("code");
            return ours
                    ? new RenderedMessage("Votre code", "Votre code est " + values.get("code") + ".\n", null)
                    : builtIn.render(template, channel, locale, values);
        };
    }
    // end: templates
    // spotless:on
}
