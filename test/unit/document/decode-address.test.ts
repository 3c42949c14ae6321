import { expect, it } from 'vitest';
import { decodeAddress } from '../../../src/document/decode-address.js';

it.each([
  ['%E1%BA%A3nh.jpg', 'ảnh.jpg'],
  ['anh%20mot.jpg', 'anh mot.jpg'],
  ['100%.md', '100%.md'],
  ['%ff.md', '%ff.md'],
])('%s is %s', (address, plain) => {
  expect(decodeAddress(address)).toBe(plain);
});
