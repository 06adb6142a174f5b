package dev.lockstile.auth;

import dev.lockstile.auth.event.AuthListener;
import dev.lockstile.auth.event.FlowObserver;
import dev.lockstile.auth.hook.AuthHook;
import java.util.ArrayList;
import java.util.List;

/** Who is told, before and after, what happens. */
record ObserverParts(
        List<AuthListener> audit,
        boolean auditRequired,
        List<AuthListener> listeners,
        List<FlowObserver> flows,
        List<AuthHook> hooks) {

    ObserverParts {
        audit = List.copyOf(audit);
        listeners = List.copyOf(listeners);
        flows = List.copyOf(flows);
        hooks = List.copyOf(hooks);
    }

    /** The components while a builder collects them. */
    static final class Draft {
        final List<AuthListener> audit = new ArrayList<>();
        boolean auditRequired;
        final List<AuthListener> listeners = new ArrayList<>();
        final List<FlowObserver> flows = new ArrayList<>();
        final List<AuthHook> hooks = new ArrayList<>();

        ObserverParts build() {
            return new ObserverParts(audit, auditRequired, listeners, flows, hooks);
        }
    }
}
