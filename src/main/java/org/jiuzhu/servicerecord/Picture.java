package org.jiuzhu.servicerecord;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;

/**
 * A picture as it is kept: drawn anew, upright and at most {@value #LONGEST} pixels long, so that nothing of what a
 * camera writes beside it, above all where it was taken, stays.
 */
public record Picture(byte[] jpeg) {

    static final int LONGEST = 1600;
    private static final float QUALITY = 0.82f;
    private static final long MOST_PIXELS = 100_000_000;

    /** @throws InvalidInput for anything but a JPEG or PNG picture */
    public static Picture of(byte[] uploaded) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(uploaded))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw unreadable();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return new Picture(write(turned(read(reader), Orientation.of(uploaded))));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw unreadable();
        }
    }

    /** Skips pixels while decoding, so that a large photo never fills the memory. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw unreadable();
        }
        int step = Math.max(1, Math.max(width, height) / LONGEST);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage turned(BufferedImage image, Orientation orientation) {
        double scale = Math.min(1, (double) LONGEST / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean lies = orientation.quarters() % 2 == 1;
        BufferedImage upright =
                new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        AffineTransform move = new AffineTransform();
        move.translate(upright.getWidth() / 2.0, upright.getHeight() / 2.0);
        move.quadrantRotate(orientation.quarters());
        move.scale(orientation.mirrored() ? -scale : scale, scale);
        move.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        Graphics2D pen = upright.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setBackground(Color.WHITE);
        pen.clearRect(0, 0, upright.getWidth(), upright.getHeight());
        pen.drawImage(image, move, null);
        pen.dispose();
        return upright;
    }

    private static byte[] write(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static InvalidInput unreadable() {
        return new InvalidInput(FieldProblem.of("photos", "servicerecord.picture"));
    }
}
