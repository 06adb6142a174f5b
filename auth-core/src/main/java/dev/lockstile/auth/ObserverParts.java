package dev.lockstile.auth;

import dev.lockstile.auth.event.AuthListener;
import dev.lockstile.auth.event.FlowObserver;
import dev.lockstile.auth.hook.AuthHook;
import java.util.ArrayList;
import java.util.List;

/** Who is told, before and after, what happens. */
final class ObserverParts {
    final List<AuthListener> audit = new ArrayList<>();
    boolean auditRequired;
    final List<AuthListener> listeners = new ArrayList<>();
    final List<FlowObserver> flows = new ArrayList<>();
    final List<AuthHook> hooks = new ArrayList<>();
}
