package dev.lockstile.examples.orderdesk;

import dev.lockstile.auth.spring.CurrentUser;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The order desk's own endpoints. */
@RestController
class Api {

    private final Purchases purchases;

    Api(Purchases purchases) {
        this.purchases = purchases;
    }

    // spotless:off
    // region: api
    @GetMapping("/api/hello")
    String hello(@CurrentUser Model.Member member) {
        return "Hello " + member.getEmail() + " of " + member.company;
    }

    @GetMapping("/api/purchases")
    List<String> purchases(@CurrentUser Model.Member member) {
        return purchases.findByMemberId(member.id).stream().map(purchase -> purchase.item).toList();
    }

    @GetMapping("/api/admin")
    @PreAuthorize("hasRole('ADMIN')")
    String admin() {
        return "for administrators";
    }
    // end: api
    // spotless:on
}
