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
import javax.imageio.ImageIO;
import org.jiuzhu.shared.InvalidInput;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void whereAPictureWasTakenIsNotKept() throws IOException {
        byte[] taken = withExif(jpeg(60, 40), 1);
        assertThat(text(taken)).contains("Exif").contains("GPS 31.03N 121.22E");

        assertThat(text(Picture.of(taken).jpeg())).doesNotContain("Exif").doesNotContain("GPS");
    }

    @Test
    void aPictureTakenSidewaysStandsUpright() throws IOException {
        BufferedImage upright = read(Picture.of(withExif(jpeg(60, 40), 6)));

        assertThat(upright.getWidth()).isEqualTo(40);
        assertThat(upright.getHeight()).isEqualTo(60);
        // the red left half of what the camera saw is the top of what stands upright
        assertThat(isRed(upright.getRGB(20, 10))).isTrue();
        assertThat(isRed(upright.getRGB(20, 50))).isFalse();
    }

    @Test
    void aLargePictureBecomesSmaller() throws IOException {
        BufferedImage kept = read(Picture.of(jpeg(4000, 3000)));

        assertThat(kept.getWidth()).isBetween(1500, Picture.LONGEST);
        assertThat(kept.getHeight()).isBetween(1120, 1200);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatThrownBy(() -> Picture.of("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Picture.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}))
                .isInstanceOf(InvalidInput.class);
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
