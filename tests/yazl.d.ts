declare module 'yazl' {
  /** Writes a zip. */
  export class ZipFile {
    outputStream: NodeJS.ReadableStream
    addBuffer(content: Buffer, path: string): void
    end(): void
  }
}
