package org.jiuzhu.lead;

import io.github.bucket4j.BucketConfiguration;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.crypto.SearchHash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Leads from people without an account. A form that was opened carries a ticket of ours: sent twice it is one lead, and
 * sent by a machine at once it is not taken. Who sent it may ask for its state with a code that nobody has to keep: it
 * follows from the ticket.
 */
@Component
public class PublicDoor {

    private static final Actor ANYBODY = Actor.machine("public");
    private static final String PREFIX = "form-";
    private static final String CODE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 8;
    private static final Duration QUICKEST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int ASKED_PER_HOUR = 30;

    private final LeadIntake intake;
    private final LeadReader reader;
    private final SharedBuckets buckets;
    private final SearchHash hashes;
    private final LeadSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PublicDoor(
            LeadIntake intake,
            LeadReader reader,
            SharedBuckets buckets,
            SearchHash hashes,
            LeadSettings settings,
            Clock clock) {
        this.intake = intake;
        this.reader = reader;
        this.buckets = buckets;
        this.hashes = hashes;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param code with which the state may be asked for */
    public record Receipt(String number, String code) {}

    public String open() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String ticket = clock.instant().getEpochSecond() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return ticket + "." + hashes.of("publicForm", ticket);
    }

    /** The reference of a form that was opened here, not just now and not days ago. */
    public Optional<String> reference(@Nullable String ticket) {
        String[] parts = ticket == null ? new String[0] : ticket.split("\\.", 3);
        if (parts.length != 3
                || !parts[0].matches("\\d{1,12}")
                || !same(parts[2], hashes.of("publicForm", parts[0] + "." + parts[1]))) {
            return Optional.empty();
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(parts[0])), clock.instant());
        return age.compareTo(QUICKEST) < 0 || age.compareTo(LONGEST) > 0
                ? Optional.empty()
                : Optional.of(PREFIX + parts[1]);
    }

    /**
     * @param lead with the reference of its form
     * @throws Refusal NOT_NOW after too many from this address, or from everybody
     */
    public Receipt report(NewLead lead, String address) {
        spend("report", address, settings.publicPerAddress());
        spend("report", "", settings.publicInAll());
        LeadReceipt receipt = intake.receive(lead, ANYBODY);
        return new Receipt(receipt.number(), code(String.valueOf(lead.sourceRef())));
    }

    /**
     * How a lead stands, for whoever has its code; a wrong number and a wrong code look the same.
     *
     * @throws Refusal NOT_NOW after too many questions from this address
     */
    public Optional<LeadReader.Standing> ask(String number, String code, String address) {
        spend("ask", address, ASKED_PER_HOUR);
        return reader.fetch(number.strip().toUpperCase(Locale.ROOT), lead -> isOurs(lead.sourceRef(), code));
    }

    private boolean isOurs(@Nullable String ref, String code) {
        String given = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return ref != null && ref.startsWith(PREFIX) && same(given, code(ref).replace("-", ""));
    }

    private String code(String ref) {
        byte[] hash = Base64.getUrlDecoder().decode(hashes.of("publicCode", ref));
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE.charAt(Byte.toUnsignedInt(hash[i]) % CODE.length()));
        }
        return code.insert(CODE_LENGTH / 2, '-').toString();
    }

    private void spend(String what, String address, int perHour) {
        long key = ByteBuffer.wrap(Base64.getUrlDecoder().decode(hashes.of("rate." + what, address)))
                .getLong();
        BucketConfiguration limit = BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1)))
                .build();
        if (!buckets.builder().build(key, () -> limit).tryConsume(1)) {
            throw new Refusal(Refusal.Kind.NOT_NOW, "lead.public.tooMany");
        }
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
