package dev.lockstile.auth.spring.factors;

import dev.lockstile.auth.model.AbstractRecoveryCode;
import dev.lockstile.auth.spring.shop.Member;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "shop_recovery")
public class RecoveryCode extends AbstractRecoveryCode<Member> {

    @Id
    @GeneratedValue
    private Long id;

    @Override
    public Long getId() {
        return id;
    }
}
