package org.jiuzhu.servicerecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {

    @Test
    void whereAPictureWasTakenIsNotKept() throws IOException {
        byte[] taken = withExif(jpeg(60, 40), 1);
        assertThat(text(taken)).contains("Exif").contains("GPS 31.03N 121.22E");

        assertThat(text(kept(taken).jpeg())).doesNotContain("Exif").doesNotContain("GPS");
    }

    @Test
    void aPictureTakenSidewaysStandsUpright() throws IOException {
        BufferedImage upright = read(kept(withExif(jpeg(60, 40), 6)));

        assertThat(upright.getWidth()).isEqualTo(40);
        assertThat(upright.getHeight()).isEqualTo(60);
        // the red left half of what the camera saw is the top of what stands upright
        assertThat(isRed(upright.getRGB(20, 10))).isTrue();
        assertThat(isRed(upright.getRGB(20, 50))).isFalse();
    }

    @Test
    void aLargePictureBecomesSmaller() throws IOException {
        BufferedImage kept = read(kept(jpeg(4000, 3000)));

        assertThat(kept.getWidth()).isBetween(1500, Picture.LONGEST);
        assertThat(kept.getHeight()).isBetween(1120, 1200);
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7 a letter, PDF",
        "....ftypheic....mif1, HEIC",
        "<svg onload=alert(1)>, OTHER",
        "GIF89a, OTHER",
        "PK, OTHER",
    })
    void whatAFileIsSaysItsContentAndNotItsName(String content, String why) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(file("家门口.jpg", bytes)))
                .isEqualTo(FieldProblem.of("photos", "servicerecord.picture." + why, "家门口.jpg"));
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(refusal(file("a.png", new byte[0])).messageKey()).isEqualTo("servicerecord.picture.empty");
    }

    @Test
    void halfAPictureIsRefused() throws IOException {
        byte[] whole = jpeg(600, 400);
        byte[] png = png(600, 400);

        assertThat(List.of(
                        file("half.jpg", Arrays.copyOf(whole, whole.length / 2)),
                        file("half.png", Arrays.copyOf(png, png.length / 2)),
                        file("head.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})))
                .extracting(file -> refusal(file).messageKey())
                .containsOnly("servicerecord.picture.broken");
    }

    @Test
    void aPictureThatWouldFillTheMemoryIsRefusedBeforeItIsRead() throws IOException {
        byte[] small = png(10, 10);
        ByteBuffer.wrap(small).putInt(16, 30_000).putInt(20, 30_000);
        var crc = new CRC32();
        crc.update(small, 12, 17);
        ByteBuffer.wrap(small).putInt(29, (int) crc.getValue());

        assertThat(refusal(file("bomb.png", small)))
                .isEqualTo(FieldProblem.of("photos", "servicerecord.picture.dimensions", "bomb.png", "30000", "30000"));
    }

    @Test
    void tenMegabytesAreTakenAndOneByteMoreIsNot() throws IOException {
        byte[] picture = jpeg(60, 40);

        assertThat(Picture.of(file("a.jpg", Arrays.copyOf(picture, Picture.MOST_BYTES))))
                .isNotNull();
        assertThat(refusal(new ChosenFile("a.jpg", Picture.MOST_BYTES + 1, () -> {
                    throw new AssertionError("read all the same");
                })))
                .isEqualTo(FieldProblem.of("photos", "servicerecord.picture.tooLarge", "a.jpg", "11", "10"));
    }

    @Test
    void everyFileThatCannotBeKeptIsNamed() throws IOException {
        ChosenFile good = file("good.jpg", jpeg(60, 40));
        ChosenFile letter = file("letter.jpg", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
        ChosenFile none = file("none.png", new byte[0]);

        assertThatThrownBy(() -> Picture.of(List.of(letter, good, none)))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting(problem -> problem.args().get(0))
                        .containsExactly("letter.jpg", "none.png"));
    }

    @Test
    void nineAreTakenAndTenAreNot() throws IOException {
        ChosenFile one = file("a.jpg", jpeg(60, 40));

        assertThat(Picture.of(Collections.nCopies(9, one))).hasSize(9);
        assertThatThrownBy(() -> Picture.of(Collections.nCopies(10, one)))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .containsExactly(FieldProblem.of("photos", "servicerecord.pictures", "9", "10")));
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Users\\lin\\门口.jpg, 门口.jpg",
        "../../etc/门口.jpg, 门口.jpg",
        "gpj.\u202Eexe, gpj.exe",
        "\uD842\uDFB7.png, \uD842\uDFB7.png"
    })
    void aFileIsCalledWhatThePersonSees(String sent, String shown) {
        assertThat(file(sent, new byte[0]).name()).isEqualTo(shown);
    }

    private static Picture kept(byte[] uploaded) {
        return Picture.of(file("photo", uploaded));
    }

    private static ChosenFile file(String name, byte[] bytes) {
        return new ChosenFile(name, bytes.length, () -> bytes);
    }

    private static FieldProblem refusal(ChosenFile file) {
        try {
            Picture.of(file);
            throw new AssertionError("taken: " + file.name());
        } catch (InvalidInput refused) {
            return refused.problems().get(0);
        }
    }

    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    /** Puts an EXIF block with an orientation and a place behind the JPEG's first marker. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] place = "GPS 31.03N 121.22E".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4 + place.length);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(place);
        return ByteBuffer.allocate(jpeg.length + exif.capacity())
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static BufferedImage read(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.jpeg()));
    }

    private static boolean isRed(int rgb) {
        var color = new Color(rgb);
        return color.getRed() > 150 && color.getGreen() < 100;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
