package hadamask.segment;

import boofcv.alg.filter.convolve.noborder.ConvolveImageStandard_SB;
import boofcv.alg.filter.convolve.noborder.ConvolveImageUnrolled_SB_U16_I16_Div;
import boofcv.alg.filter.convolve.noborder.ImplConvolveMean;
import boofcv.alg.filter.convolve.normalized.ConvolveNormalizedNaive_SB;
import boofcv.alg.filter.convolve.normalized.ConvolveNormalized_JustBorder_SB;
import boofcv.factory.filter.kernel.FactoryKernel;
import boofcv.factory.filter.kernel.FactoryKernelGaussian;
import boofcv.struct.convolve.Kernel1D_F32;
import boofcv.struct.convolve.Kernel1D_S32;
import boofcv.struct.image.GrayF32;
import boofcv.struct.image.GrayU16;

/// Means of the square around each pixel, weighted or not: along rows, and of the result along columns. Outside of the image is
/// nothing.
///
/// All numbers are those of BoofCV's `BlurImageOps` on one thread. Its parts are called one by one, as a row does not depend on other
/// rows, nor a column on other columns: so some of them can be done at a time, by whatever thread. BoofCV's own threads
/// are none of [hadamask.parallel.Workers], and begin its running sums of floating-point numbers anew where they part a picture.
sealed interface Smoothing {
    /// @param from levels; some rows of an image, of their whole width
    /// @param to receives their means along rows
    void rows(GrayU16 from, GrayU16 to);

    /// @param from levels; some columns of an image, of their whole height
    /// @param to receives their means along columns
    void columns(GrayU16 from, GrayU16 to);

    /// Every pixel of the square counts the same.
    ///
    /// @param radius how far the square reaches from its middle pixel, at least 1
    record Mean(int radius) implements Smoothing {
        private int side() {
            return 2 * radius + 1;
        }

        private Kernel1D_S32 wholeKernel() {
            return FactoryKernel.table1D_S32(radius, side());
        }

        private Kernel1D_F32 kernel() {
            return FactoryKernel.table1D_F32(radius, side(), true);
        }

        @Override
        public void rows(GrayU16 from, GrayU16 to) {
            if (side() > from.width) {
                ConvolveNormalizedNaive_SB.horizontal(wholeKernel(), from, to);
            } else {
                ConvolveNormalized_JustBorder_SB.horizontal(wholeKernel(), from, to);
                ImplConvolveMean.horizontal(from, to, radius, side());
            }
        }

        @Override
        public void columns(GrayU16 from, GrayU16 to) {
            if (side() > from.height) {
                ConvolveNormalizedNaive_SB.vertical(wholeKernel(), from, to);
            } else {
                ConvolveNormalized_JustBorder_SB.vertical(wholeKernel(), from, to);
                ImplConvolveMean.vertical(from, to, radius, side(), null);
            }
        }

        /// The same of numbers.
        void rows(GrayF32 from, GrayF32 to) {
            if (side() > from.width) {
                ConvolveNormalizedNaive_SB.horizontal(kernel(), from, to);
            } else {
                ConvolveNormalized_JustBorder_SB.horizontal(kernel(), from, to);
                ImplConvolveMean.horizontal(from, to, radius, side());
            }
        }

        /// The same of numbers.
        void columns(GrayF32 from, GrayF32 to) {
            if (side() > from.height) {
                ConvolveNormalizedNaive_SB.vertical(kernel(), from, to);
            } else {
                ConvolveNormalized_JustBorder_SB.vertical(kernel(), from, to);
                ImplConvolveMean.vertical(from, to, radius, side(), null);
            }
        }
    }

    /// Pixels of the square count by a Gaussian, whose deviation follows from the radius as BoofCV has it.
    ///
    /// @param kernel weights along a row
    record Gaussian(Kernel1D_S32 kernel) implements Smoothing {
        /// @param radius how far the square reaches from its middle pixel, at least 1
        Gaussian(int radius) {
            this(FactoryKernelGaussian.gaussian(Kernel1D_S32.class, -1, radius));
        }

        @Override
        public void rows(GrayU16 from, GrayU16 to) {
            if (kernel.width >= from.width) {
                ConvolveNormalizedNaive_SB.horizontal(kernel, from, to);
                return;
            }
            int sum = kernel.computeSum();
            if (!ConvolveImageUnrolled_SB_U16_I16_Div.horizontal(kernel, from, to, sum)) {
                ConvolveImageStandard_SB.horizontal(kernel, from, to, sum);
            }
            ConvolveNormalized_JustBorder_SB.horizontal(kernel, from, to);
        }

        @Override
        public void columns(GrayU16 from, GrayU16 to) {
            if (kernel.width >= from.height) {
                ConvolveNormalizedNaive_SB.vertical(kernel, from, to);
                return;
            }
            int sum = kernel.computeSum();
            if (!ConvolveImageUnrolled_SB_U16_I16_Div.vertical(kernel, from, to, sum, null)) {
                ConvolveImageStandard_SB.vertical(kernel, from, to, sum, null);
            }
            ConvolveNormalized_JustBorder_SB.vertical(kernel, from, to);
        }
    }
}
