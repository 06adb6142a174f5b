package dev.lockstile.auth.spring.factors;

import dev.lockstile.auth.model.AbstractAuthChallenge;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "shop_challenge")
public class AuthChallenge extends AbstractAuthChallenge {

    @Id
    @GeneratedValue
    private Long id;

    @Override
    public Long getId() {
        return id;
    }
}
