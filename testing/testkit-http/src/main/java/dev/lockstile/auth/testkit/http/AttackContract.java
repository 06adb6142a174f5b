package dev.lockstile.auth.testkit.http;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A group of attacks; hosts that a test opened are closed after it. */
abstract class AttackContract {

    private final List<AttackedHost> opened = new ArrayList<>();

    abstract HostUnderTest host();

    /** The host with its own limits. */
    final AttackedHost limited() {
        return open(true);
    }

    /** The host without limits, for attacks that limits would hide. */
    final AttackedHost unlimited() {
        return open(false);
    }

    private AttackedHost open(boolean limits) {
        AttackedHost host = AttackedHost.open(host(), limits);
        opened.add(host);
        return host;
    }

    @AfterEach
    final void close() {
        opened.forEach(AttackedHost::close);
        opened.clear();
    }
}
