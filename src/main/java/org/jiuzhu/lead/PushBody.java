package org.jiuzhu.lead;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;

/**
 * A push as it came, cut into its entries: a JSON array, or one JSON object per line. An array must hold together as a
 * whole; of lines each stands for itself.
 *
 * @param entries the words of each, exactly as received
 * @param hash of all of it: the same words are the same push
 */
public record PushBody(List<String> entries, String hash) {

    public static final int MOST_ENTRIES = 10_000;

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final JsonFactory JSON = new JsonFactory();

    /** @throws InvalidInput that tells the line and column where an array cannot be read */
    public static PushBody read(byte[] received, boolean lines) {
        byte[] body = withoutMark(received);
        List<String> entries = lines ? lines(body) : array(body);
        if (entries.isEmpty()) {
            throw new InvalidInput(FieldProblem.of("body", "lead.push.empty"));
        }
        return new PushBody(entries, sha256(received));
    }

    private static byte[] withoutMark(byte[] body) {
        boolean marked = body.length >= BOM.length && Arrays.equals(Arrays.copyOf(body, BOM.length), BOM);
        return marked ? Arrays.copyOfRange(body, BOM.length, body.length) : body;
    }

    private static List<String> lines(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            List<String> entries = text.lines().filter(line -> !line.isBlank()).toList();
            if (entries.size() > MOST_ENTRIES) {
                throw tooMany();
            }
            return entries;
        } catch (CharacterCodingException other) {
            throw new InvalidInput(FieldProblem.of("body", "lead.push.notUtf8"));
        }
    }

    private static List<String> array(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new InvalidInput(FieldProblem.of("body", "lead.push.noArray"));
            }
            List<String> entries = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                int to = (int) parser.currentLocation().getByteOffset();
                if (entries.size() == MOST_ENTRIES) {
                    throw tooMany();
                }
                entries.add(new String(body, from, to - from, StandardCharsets.UTF_8));
            }
            if (parser.nextToken() != null) {
                throw new InvalidInput(FieldProblem.of("body", "lead.push.goesOn", place(parser.currentLocation())));
            }
            return entries;
        } catch (JsonProcessingException broken) {
            throw new InvalidInput(FieldProblem.of("body", "lead.push.malformed", place(broken.getLocation())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Object[] place(JsonLocation at) {
        return new Object[] {String.valueOf(at.getLineNr()), String.valueOf(at.getColumnNr())};
    }

    private static InvalidInput tooMany() {
        return new InvalidInput(FieldProblem.of("body", "lead.push.tooMany", String.valueOf(MOST_ENTRIES)));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
