package dev.lockstile.examples.orderdesk;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Purchases extends JpaRepository<Model.Purchase, UUID> {

    List<Model.Purchase> findByMemberId(UUID memberId);
}
