package dev.lockstile.auth.spring.test;

import dev.lockstile.auth.spring.test.kiosk.Kiosk;

class KioskAttacksTest extends SpringAuthContract {

    @Override
    protected Class<?> application() {
        return Kiosk.class;
    }
}
