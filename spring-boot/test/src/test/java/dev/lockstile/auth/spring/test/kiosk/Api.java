package dev.lockstile.auth.spring.test.kiosk;

import dev.lockstile.auth.spring.CurrentUser;
import dev.lockstile.auth.token.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Api {

    @GetMapping("/api/roles")
    String roles(@CurrentUser Caller caller) {
        return caller == null ? "nobody" : String.join(",", caller.roles());
    }
}
