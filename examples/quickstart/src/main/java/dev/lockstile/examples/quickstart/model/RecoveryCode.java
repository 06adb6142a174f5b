package dev.lockstile.examples.quickstart.model;

import dev.lockstile.auth.model.AbstractRecoveryCode;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Codes for people who have lost the second factor. */
@Entity
@Table(name = "auth_recovery_code")
public class RecoveryCode extends AbstractRecoveryCode<User> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Override
    public @Nullable Long getId() {
        return id;
    }
}
