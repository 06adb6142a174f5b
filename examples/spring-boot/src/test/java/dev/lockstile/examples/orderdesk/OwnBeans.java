package dev.lockstile.examples.orderdesk;

import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.pages.PageOverrides;
import dev.lockstile.auth.pages.PageSettings;
import dev.lockstile.auth.sms.SmsSender;
import org.springframework.context.annotation.Bean;

/** Beans that take the place of those of the starter. */
class OwnBeans {

    /** The provider of the order desk. */
    @FunctionalInterface
    interface Gateway {
        void text(String number, String words);
    }

    @Bean
    Gateway gateway() {
        return (number, words) -> {};
    }

    // spotless:off
    // region: sender
    @Bean
    SmsSender texts(Gateway gateway) {
        return message -> gateway.text(message.to(), message.text());
    }
    // end: sender

    // region: pages
    @Bean
    PageSettings pages(HttpSettings http, JpaAuthStore store) {
        return PageSettings.from(http)
                .withAdministration(store.adminLists()) // for administrators, below /account/admin
                .withOverrides(PageOverrides.none().withText("es", "own.company", "Empresa"));
    }
    // end: pages
    // spotless:on
}
