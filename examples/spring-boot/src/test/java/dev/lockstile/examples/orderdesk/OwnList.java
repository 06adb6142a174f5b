package dev.lockstile.examples.orderdesk;

import dev.lockstile.auth.admin.HostList;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.jpa.JpaHostList;
import dev.lockstile.auth.pages.PageSettings;
import dev.lockstile.examples.orderdesk.Model.Purchase;
import org.springframework.context.annotation.Bean;

/** The purchases beside the accounts in the administration. */
class OwnList {

    // spotless:off
    // region: list
    @Bean
    PageSettings pages(HttpSettings http, JpaAuthStore store) {
        HostList.Description purchases = HostList.Description.of("purchases", "Purchases", "orders:read")
                .column("item", "Item")
                .column("memberId", "Account")
                .filter("item");
        return PageSettings.from(http)
                .withAdministration(store.adminLists())
                .withHostList(JpaHostList.of(store, Purchase.class, purchases));
    }
    // end: list
    // spotless:on
}
