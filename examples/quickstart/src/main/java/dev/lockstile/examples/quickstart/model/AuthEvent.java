package dev.lockstile.examples.quickstart.model;

import dev.lockstile.auth.model.AbstractAuthEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What happened to accounts, for the figures of the administration. */
@Entity
@Table(name = "auth_event")
public class AuthEvent extends AbstractAuthEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
