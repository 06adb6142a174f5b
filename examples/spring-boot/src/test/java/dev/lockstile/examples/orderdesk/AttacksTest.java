package dev.lockstile.examples.orderdesk;

import dev.lockstile.auth.spring.test.SpringAuthContract;

// spotless:off
// region: attacks
/** The attack suite against the order desk's entities, properties, hooks and endpoints. */
class AttacksTest extends SpringAuthContract {
    @Override protected Class<?> application() { return OrderDeskApplication.class; }
}
// end: attacks
// spotless:on
