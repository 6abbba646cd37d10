import sharp from 'sharp'

/**
 * How different two pictures of one size look, as the share of small squares whose brightness differs visibly. Edges of
 * letters that another processor rounds differently do not change a square; a missing or different letter does.
 * @returns from 0 (equal) to 1
 */
export async function compareImages(a: Buffer, b: Buffer): Promise<number> {
  const [first, second] = await Promise.all([readSquares(a), readSquares(b)])
  if (first.length !== second.length) return 1
  const different = first.filter((value, at) => Math.abs(value - (second[at] ?? 0)) > VISIBLE).length
  return different / first.length
}

/** The mean brightness of each square of 8 pixels, from 0 to 255. */
async function readSquares(image: Buffer): Promise<number[]> {
  const { width, height } = await sharp(image).metadata()
  const data = await sharp(image)
    .greyscale()
    .resize(Math.round(width / 8), Math.round(height / 8), { kernel: 'cubic', fit: 'fill' })
    .raw()
    .toBuffer()
  return [...data]
}

const VISIBLE = 12
